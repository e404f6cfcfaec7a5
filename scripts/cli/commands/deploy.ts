import { Argument, type Command } from 'commander';
import type { Context } from '../context.ts';
import { ACCOUNT, FEATURES, type DeployHubSpotOptions } from '../hubspot/options.ts';
import type { Handle } from '../program.ts';
import type { Target } from '../plan/plan.ts';
import { TARGET_ORG } from '../salesforce/options.ts';
import type { DeploySalesforceOptions } from '../salesforce/undertake.ts';
import { undertake, type UndertakeOptions } from '../undertake.ts';
import type { Undertaking } from '../undertaking.ts';
import { collected } from './collected.ts';
import { example } from './example.ts';

type DeployOptions = DeploySalesforceOptions & DeployHubSpotOptions & UndertakeOptions;

/** In the order in which they are deployed. */
const SIDES: readonly {
    readonly target: Target;
    readonly plan: (context: Context, options: DeployOptions) => Promise<Undertaking>;
}[] = [
    {
        target: 'salesforce',
        plan: async (context, options) =>
            (await import('../salesforce/undertake.ts')).planSalesforce(context, options)
    },
    {
        target: 'hubspot',
        plan: async (context, options) =>
            (await import('../hubspot/deploy.ts')).planHubSpot(context, options)
    }
];

export function registerDeploy(program: Command, handle: Handle): void {
    const targets = SIDES.map(({ target }) => target);
    program
        .command('deploy')
        .description('put the agreement and the packages into an org and a portal')
        .addArgument(new Argument('[where]', 'one of them; both when left out').choices(targets))
        .option(...TARGET_ORG)
        .option(...ACCOUNT)
        .option('--dry-run', 'show what would be done, and do nothing')
        .option(
            '--assign <role=names>',
            'Salesforce: give people a permission set; names are usernames or a public group',
            collected
        )
        .option('--activate-pages', 'Salesforce: make our record pages the org’s default')
        .option('--no-email', 'Salesforce: leave emails out, although the org keeps them')
        .option(
            '--no-tests',
            'Salesforce: leave the Apex tests out; in a sandbox, scratch or Developer org only'
        )
        .option('--no-history-tracking', 'Salesforce: track none of our fields on Lead and Contact')
        .option(...FEATURES)
        .option('--wait <minutes>', 'Salesforce: how long to wait for a deployment', '60')
        .option(
            '--production <name>',
            'agree to change the production org or portal of this name',
            collected
        )
        .addHelpText(
            'after',
            example(
                'handoff deploy salesforce --target-org uat --assign rep=Inside_Sales',
                [
                    'Compares the org with the package, shows what it would change, and asks.',
                    'Then validates it with our tests, deploys it, gives everybody in the',
                    'public group the permission set Handoff Rep, and starts the scheduled jobs.',
                    'Whatever happens on the way: run it again, and it goes on.'
                ].join('\n    ')
            )
        )
        .action(
            handle<DeployOptions>(async (context, options, where?: string) => {
                const sides = SIDES.filter(({ target }) => where === undefined || target === where);
                return undertake(
                    context,
                    options,
                    sides.map(
                        ({ plan }) =>
                            () =>
                                plan(context, options)
                    )
                );
            })
        );
}
