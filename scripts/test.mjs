// npm test: every check, and at the end how many passed and failed; --quick: what changed since main.
import process from 'node:process';
import { enter } from './setup/enter.mjs';

try {
    await enter('scripts/test/run.ts');
} catch (error) {
    console.error(error);
    console.log('0 passed, 1 failed');
    process.exitCode = 1;
}
