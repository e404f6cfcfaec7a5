import type { Command } from 'commander';
import { readText } from '../files.ts';
import { EXIT } from '../output/exit.ts';
import type { Handle } from '../program.ts';
import { runSteps } from '../steps.ts';
import { example } from './example.ts';

interface CheckOptions {
    readonly agreement?: string;
}

export function registerCheck(program: Command, handle: Handle): void {
    program
        .command('check')
        .description('check the agreement, the generated files and both packages, offline')
        .option('--agreement <file>', 'check this draft instead: whether it could come into force')
        .addHelpText(
            'after',
            example(
                'handoff check',
                'Says what would go wrong before an org or a portal is touched.'
            )
        )
        .action(
            handle<CheckOptions>(async (context, { agreement }) => {
                const { out } = context;
                const { checkDraft, checkProject } = await import('../check/check.ts');
                const { checkText } = await import('../check/words.ts');
                const { steps, parts } =
                    agreement === undefined
                        ? checkProject()
                        : checkDraft(readText(context, agreement), agreement);
                await runSteps(context, steps, { isPassing: true });
                const isFine = parts.every(({ findings }) => findings.length === 0);
                out.result({ parts }, () => (out.isQuiet && isFine ? '' : checkText(parts, out)));
                return isFine ? EXIT.ok : EXIT.findings;
            })
        );
}
