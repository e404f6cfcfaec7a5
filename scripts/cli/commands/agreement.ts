import type { Command } from 'commander';
import type { Handle } from '../program.ts';

export function registerAgreement(program: Command, _handle: Handle): void {
    program.command('agreement').description('print, compare or start an agreement');
}
