#!/usr/bin/env node
// npm run report: what became of a period's MQLs.
import process from 'node:process';
import { enter } from './setup/enter.mjs';

try {
    await enter('scripts/report/main.ts');
} catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
}
