// npm start: the local preview of both panels.
import process from 'node:process';
import { enter } from './setup/enter.mjs';

try {
    await enter('scripts/preview/server.ts');
} catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
}
