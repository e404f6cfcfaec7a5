import type { Command } from 'commander';
import type { Issue } from '../../../../shared/issue.ts';
import { parseAgreement } from '../../../../shared/agreement/parse.ts';
import { askAll, readAnswers } from '../../agreement/new/answers.ts';
import { compose, offeredReasons } from '../../agreement/new/compose.ts';
import { questions } from '../../agreement/new/questions.ts';
import { readText, refuseToOverwrite, writeText } from '../../files.ts';
import { CliError } from '../../output/errors.ts';
import { EXIT } from '../../output/exit.ts';
import type { Handle } from '../../program.ts';
import { example } from '../example.ts';

interface NewOptions {
    readonly out: string;
    readonly answers?: string;
    readonly force?: true;
}

export function registerNew(group: Command, handle: Handle): void {
    group
        .command('new')
        .description('write the first agreement of a company, from a few questions')
        .option('--out <file>', 'write it there', 'agreement.yaml')
        .option('--answers <file>', 'take the answers from a JSON file, and ask nothing')
        .option('--force', 'overwrite the file')
        .addHelpText(
            'after',
            example(
                'handoff agreement new --out shared/agreement/agreement.yaml --force',
                'Asks who you are, writes the agreement, and says what to do next.'
            ) + answersHelp()
        )
        .action(
            handle<NewOptions>(async (context, { out: file, answers: from, force = false }) => {
                const { io, out } = context;
                if (!force) refuseToOverwrite(context, file);
                const all = questions(offeredReasons(), {
                    // A file says the same everywhere.
                    zone:
                        from === undefined
                            ? Intl.DateTimeFormat().resolvedOptions().timeZone
                            : null,
                    today: new Date(io.now()).toISOString().slice(0, 10)
                });
                const answers =
                    from === undefined
                        ? await askAll(context, all)
                        : readAnswers(readText(context, from), from, all);
                const text = await compose(answers);
                const { agreement, issues } = parseAgreement(text);
                if (agreement === null) throw contradictory(issues);
                writeText(context, file, text, { force });
                const { id, version, hash } = agreement;
                out.result({ file: context.file(file), id, version, hash }, () =>
                    out.isQuiet ? '' : nextSteps(file)
                );
            })
        );
}

function nextSteps(file: string): string {
    return `Wrote ${file}. Read it together: what nobody asked you is a usual value. Then:
  handoff check --agreement ${file}
  handoff agreement print ${file} --out agreement.html`;
}

/** Answers that are each right and do not go together. */
function contradictory(issues: readonly Issue[]): CliError {
    return new CliError(EXIT.usage, {
        code: 'answers.contradict',
        message: 'The answers do not go together, and nothing was written.',
        where: issues.map(({ path, message }) => `${path}: ${message}`).join('\n'),
        mend: 'Answer again.'
    });
}

function answersHelp(): string {
    const lines = questions(offeredReasons(), { zone: null, today: 'today' }).map(
        ({ key, example: text, usual }) =>
            `  ${key.padEnd(10)}  ${text}${usual === undefined ? '  (needed)' : ''}`
    );
    return `\n\nAn answers file is one JSON object of texts:\n${lines.join('\n')}`;
}
