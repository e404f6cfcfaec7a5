// npm start: the local preview of both panels.
import { enter } from './setup/enter.mjs';

await enter('scripts/preview/server.ts');
