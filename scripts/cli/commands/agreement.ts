import type { Command } from 'commander';
import type { Handle } from '../program.ts';
import { registerDiff } from './agreement/diff.ts';
import { registerNew } from './agreement/new.ts';
import { registerPrint } from './agreement/print.ts';

export function registerAgreement(program: Command, handle: Handle): void {
    const group = program
        .command('agreement')
        .description('print the agreement, compare two versions, or start one');
    registerPrint(group, handle);
    registerDiff(group, handle);
    registerNew(group, handle);
}
