import { Argument, type Command } from 'commander';
import type { Context } from '../context.ts';
import { ACCOUNT } from '../hubspot/options.ts';
import type { UninstallHubSpotOptions } from '../hubspot/uninstall.ts';
import type { Target } from '../plan/plan.ts';
import type { Handle } from '../program.ts';
import { TARGET_ORG } from '../salesforce/options.ts';
import type { UninstallSalesforceOptions } from '../salesforce/uninstall.ts';
import { undertake, type UndertakeOptions } from '../undertake.ts';
import type { Undertaking } from '../undertaking.ts';
import { collected } from './collected.ts';
import { example } from './example.ts';

type UninstallOptions = UninstallSalesforceOptions & UninstallHubSpotOptions & UndertakeOptions;

const SIDES: readonly {
    readonly target: Target;
    readonly plan: (context: Context, options: UninstallOptions) => Promise<Undertaking>;
}[] = [
    {
        target: 'salesforce',
        plan: async (context, options) =>
            (await import('../salesforce/uninstall.ts')).planSalesforceRemoval(context, options)
    },
    {
        target: 'hubspot',
        plan: async (context, options) =>
            (await import('../hubspot/uninstall.ts')).planHubSpotRemoval(context, options)
    }
];

export function registerUninstall(program: Command, handle: Handle): void {
    const targets = SIDES.map(({ target }) => target);
    program
        .command('uninstall')
        .description('export what an org or a portal holds of ours, then take it out')
        .addArgument(new Argument('<where>', 'which of them').choices(targets))
        .option(...TARGET_ORG)
        .option(...ACCOUNT)
        .option('--dry-run', 'show what would be done, and do nothing')
        .option('--out <folder>', 'where to export to, instead of handoff-export-DATE')
        .option(
            '--production <name>',
            'what has to be typed: the name of the org or the account',
            collected
        )
        .addHelpText(
            'after',
            example(
                'handoff uninstall hubspot --account test --dry-run',
                [
                    'Lists what would go. Without --dry-run it asks for the account’s name, writes',
                    'what people decided into files, and only then removes anything.'
                ].join('\n    ')
            )
        )
        .action(
            handle<UninstallOptions>(async (context, options, where?: string) => {
                const sides = SIDES.filter(({ target }) => target === where);
                await undertake(
                    context,
                    options,
                    sides.map(
                        ({ plan }) =>
                            () =>
                                plan(context, options)
                    ),
                    () => 'Done. What is left is listed above.'
                );
            })
        );
}
