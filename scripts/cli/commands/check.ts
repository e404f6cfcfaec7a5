import type { Command } from 'commander';
import type { Handle } from '../program.ts';
import { example } from './example.ts';

export function registerCheck(program: Command, handle: Handle): void {
    program
        .command('check')
        .description('check the agreement, the generated files and both packages, offline')
        .addHelpText(
            'after',
            example(
                'handoff check',
                'Says what would go wrong before an org or a portal is touched.'
            )
        )
        .action(handle(async ({ out }) => out.result({}, () => '')));
}
