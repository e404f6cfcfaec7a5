// npm run bench: times and sizes against their goals.
import process from 'node:process';
import { enter } from './setup/enter.mjs';

try {
    await enter('scripts/bench/index.ts');
} catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
}
