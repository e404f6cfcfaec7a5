// A thread that reads batches of a report's file.
await import('../setup/typescript.mjs');
const { serve } = await import('./threads.ts');
serve();
