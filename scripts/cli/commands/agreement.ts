import type { Command } from 'commander';
import type { Handle } from '../program.ts';
import { registerDiff } from './agreement/diff.ts';

export function registerAgreement(program: Command, handle: Handle): void {
    const group = program
        .command('agreement')
        .description('print the agreement, compare two versions, or start one');
    registerDiff(group, handle);
}
