// npm run bench: times and sizes against their goals.
import { enter } from './setup/enter.mjs';

await enter('scripts/bench/index.ts');
