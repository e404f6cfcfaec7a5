import { Argument, type Command } from 'commander';
import type { Context } from '../context.ts';
import { ACCOUNT, type AccountOption } from '../hubspot/options.ts';
import type { Target } from '../plan/plan.ts';
import type { Handle } from '../program.ts';
import { TARGET_ORG, type TargetOrgOption } from '../salesforce/options.ts';
import type { SeedOptions as CommonOptions } from '../seed/undertaking.ts';
import { undertake } from '../undertake.ts';
import type { Undertaking } from '../undertaking.ts';
import { example } from './example.ts';

type SeedOptions = TargetOrgOption & AccountOption & CommonOptions & { readonly dryRun?: boolean };

const SIDES: readonly {
    readonly target: Target;
    readonly plan: (context: Context, options: SeedOptions) => Promise<Undertaking>;
}[] = [
    {
        target: 'salesforce',
        plan: async (context, options) =>
            (await import('../seed/salesforce.ts')).planSalesforceSeed(context, options)
    },
    {
        target: 'hubspot',
        plan: async (context, options) =>
            (await import('../seed/hubspot.ts')).planHubSpotSeed(context, options)
    }
];

export function registerSeed(program: Command, handle: Handle): void {
    const targets = SIDES.map(({ target }) => target);
    program
        .command('seed')
        .description('put sample people into a test org or a test account, or take them out')
        .addArgument(new Argument('[where]', 'one of them; both when left out').choices(targets))
        .option(...TARGET_ORG)
        .option(...ACCOUNT)
        .option('--count <n>', 'how many people', '12')
        .option('--remove', 'take all of them out again')
        .option('--dry-run', 'show what would be done, and do nothing')
        .addHelpText(
            'after',
            example(
                'handoff seed hubspot --account test --count 30',
                [
                    'Adds 30 made-up people, who all have an address at',
                    'handoff-sample.example.com; --remove takes them out by it.',
                    'Refuses production.'
                ].join('\n    ')
            )
        )
        .action(
            handle<SeedOptions>(async (context, options, where?: string) => {
                const sides = SIDES.filter(({ target }) => where === undefined || target === where);
                return undertake(
                    context,
                    { dryRun: options.dryRun ?? false },
                    sides.map(
                        ({ plan }) =>
                            () =>
                                plan(context, options)
                    ),
                    () => 'Done.'
                );
            })
        );
}
