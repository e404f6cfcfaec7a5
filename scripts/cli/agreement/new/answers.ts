import { suggestion } from '../../../../shared/agreement/nearest.ts';
import type { Context } from '../../context.ts';
import { CliError } from '../../output/errors.ts';
import { EXIT } from '../../output/exit.ts';
import type { Answers, Question } from './questions.ts';

/** Asks one question after another. */
export async function askAll({ ask }: Context, all: readonly Question[]): Promise<Answers> {
    const answers: { [key: string]: unknown } = {};
    for (const { key, ask: message, example, usual, read } of all) {
        const given = await ask.text({
            message,
            pass: '--answers answers.json',
            placeholder: example,
            ...(usual === undefined ? {} : { initial: usual }),
            problem: (answer) => problemOf(read(answer))
        });
        const found = read(given);
        if ('value' in found) answers[key] = found.value;
    }
    // Each was read by its own question.
    return answers as unknown as Answers;
}

/** Reads an answers file (JSON). Throws a CliError that lists all that is wrong with it. */
export function readAnswers(text: string, file: string, all: readonly Question[]): Answers {
    const given = parsed(text, file);
    const known = all.map(({ key }) => key);
    const problems = Object.keys(given)
        .filter((key) => !(known as readonly string[]).includes(key))
        .map((key) => `${key}: there is no such question${suggestion(key, known)}`);
    const answers: { [key: string]: unknown } = {};
    for (const { key, ask, example, usual, read } of all) {
        const answer = given[key] ?? usual;
        if (typeof answer !== 'string') {
            const what = answer === undefined ? ask : 'The answer is a text.';
            problems.push(`${key}: ${what} For example "${example}".`);
            continue;
        }
        const found = read(answer.trim());
        if ('problem' in found) problems.push(`${key}: ${found.problem}`);
        else answers[key] = found.value;
    }
    if (problems.length > 0) throw unusable(file, problems);
    return answers as unknown as Answers;
}

function parsed(text: string, file: string): { readonly [key: string]: unknown } {
    let value: unknown;
    try {
        value = JSON.parse(text);
    } catch (error) {
        throw unusable(file, [`It is no JSON: ${(error as Error).message}`]);
    }
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        return value as { readonly [key: string]: unknown };
    }
    throw unusable(file, ['It must be one object, such as { "company": "Acme" }.']);
}

function problemOf(read: ReturnType<Question['read']>): string | undefined {
    return 'problem' in read ? read.problem : undefined;
}

function unusable(file: string, problems: readonly string[]): CliError {
    return new CliError(EXIT.usage, {
        code: 'answers.invalid',
        message: `The answers in ${file} cannot be used.`,
        where: problems.join('\n'),
        mend: 'handoff agreement new --help'
    });
}
