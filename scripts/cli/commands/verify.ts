import { Argument, type Command } from 'commander';
import type { Context } from '../context.ts';
import { ACCOUNT, type AccountOption } from '../hubspot/options.ts';
import { EXIT } from '../output/exit.ts';
import type { Target } from '../plan/plan.ts';
import type { Handle } from '../program.ts';
import { TARGET_ORG, type TargetOrgOption } from '../salesforce/options.ts';
import { runSteps } from '../steps.ts';
import type { Line, Verified } from '../verify/lines.ts';
import { example } from './example.ts';

type VerifyOptions = TargetOrgOption & AccountOption;

const SIDES: readonly {
    readonly target: Target;
    readonly title: string;
    readonly verify: (context: Context, options: VerifyOptions) => Promise<Verified>;
}[] = [
    {
        target: 'salesforce',
        title: 'Read Salesforce',
        verify: async (context, options) =>
            (await import('../verify/salesforce.ts')).verifySalesforce(context, options)
    },
    {
        target: 'hubspot',
        title: 'Read HubSpot',
        verify: async (context, options) =>
            (await import('../verify/hubspot.ts')).verifyHubSpot(context, options)
    }
];

export function registerVerify(program: Command, handle: Handle): void {
    const targets = SIDES.map(({ target }) => target);
    program
        .command('verify')
        .description('prove that an org and a portal run the agreement, and that both run the same')
        .addArgument(new Argument('[where]', 'one of them; both when left out').choices(targets))
        .option(...TARGET_ORG)
        .option(...ACCOUNT)
        .addHelpText(
            'after',
            example(
                'handoff verify --target-org prod --account acme',
                [
                    'Reads both back and compares them with the agreement and with each other.',
                    'Changes nothing; exit code 1 says that something has drifted.'
                ].join('\n    ')
            )
        )
        .action(
            handle<VerifyOptions>(async (context, options, where?: string) => {
                const { out } = context;
                const { compare } = await import('../verify/compare.ts');
                const { verifyText } = await import('../verify/words.ts');
                const sides = SIDES.filter(({ target }) => where === undefined || target === where);
                const found: Verified[] = [];
                await runSteps(
                    context,
                    sides.map(({ title, verify }) => ({
                        title,
                        run: async () => void found.push(await verify(context, options))
                    })),
                    { isPassing: true }
                );
                const [one, other] = found.map(({ readBack }) => readBack);
                const lines: Line[] = found.flatMap((side) => side.lines);
                if (one !== undefined && other !== undefined) lines.push(...compare(one, other));
                const hasDrifted = lines.some(({ state }) => state === 'drift');
                out.result({ lines }, () =>
                    out.isQuiet && !hasDrifted ? '' : verifyText(lines, out)
                );
                return hasDrifted ? EXIT.findings : EXIT.ok;
            })
        );
}
