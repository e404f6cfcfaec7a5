#!/usr/bin/env node
// npx handoff: the admin's command.
import process from 'node:process';
import { enter } from './setup/enter.mjs';

try {
    await enter('scripts/cli/main.ts');
} catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
}
