/** Questions, and what becomes of them where nobody can answer. */
import * as clack from '@clack/prompts';
import type { Io } from './io.ts';
import { CliError } from './output/errors.ts';
import { EXIT } from './output/exit.ts';
import type { Output } from './output/output.ts';

interface Question {
    readonly message: string;
    /** What to pass instead of answering, such as `--org-name acme`. */
    readonly pass: string;
}
interface TextQuestion extends Question {
    readonly initial?: string;
    readonly placeholder?: string;
    /** What is wrong with an answer; undefined: nothing. */
    readonly problem?: (answer: string) => string | undefined;
}
interface ChoiceQuestion<Value extends string> extends Question {
    readonly options: readonly {
        readonly value: Value;
        readonly label: string;
        readonly hint?: string;
    }[];
    readonly initial?: NoInfer<Value>;
}

export interface Prompts {
    /** Whether somebody is there to answer. */
    readonly isInteractive: boolean;
    /** Goes on when they agree or --yes was passed. Throws: cancelled, or nobody to ask. */
    agree(message: string): Promise<void>;
    /** For what must not happen by habit: the name has to be typed; --yes is not enough. */
    agreeByName(message: string, name: string, pass: Question['pass']): Promise<void>;
    text(question: TextQuestion): Promise<string>;
    choice<Value extends string>(question: ChoiceQuestion<Value>): Promise<Value>;
}

export function prompts(io: Io, out: Output, yes: boolean): Prompts {
    const isInteractive = io.stdin.isTTY === true && io.stderr.isTTY === true && !out.isJson;
    const streams = { input: io.stdin, output: io.stderr };
    const answered = async <Answer>(
        { message, pass }: Question,
        ask: () => Promise<Answer | symbol>
    ): Promise<Answer> => {
        if (!isInteractive) throw nobodyToAsk(message, pass);
        const answer = await ask();
        if (clack.isCancel(answer)) throw cancelled();
        return answer as Answer;
    };
    const text = (question: TextQuestion): Promise<string> =>
        answered<string | undefined>(question, () =>
            clack.text({
                message: question.message,
                ...(question.initial === undefined ? {} : { initialValue: question.initial }),
                ...(question.placeholder === undefined
                    ? {}
                    : { placeholder: question.placeholder }),
                validate: (answer) => question.problem?.((answer ?? '').trim()),
                ...streams
            })
        ).then((answer) => (answer ?? '').trim());
    return {
        isInteractive,
        text,
        async agree(message) {
            if (yes) return;
            const question = { message, pass: '--yes' };
            const agreed = await answered(question, () =>
                clack.confirm({ message, initialValue: false, ...streams })
            );
            if (!agreed) throw cancelled();
        },
        async agreeByName(message, name, pass) {
            await text({
                message: `${message} Type ${name} to go on.`,
                pass,
                problem: (answer) => (answer === name ? undefined : `That is not ${name}.`)
            });
        },
        choice: <Value extends string>(question: ChoiceQuestion<Value>) =>
            answered<Value>(question, () =>
                clack.select({
                    message: question.message,
                    options: question.options.map((option) => ({ ...option })) as never,
                    ...(question.initial === undefined ? {} : { initialValue: question.initial }),
                    ...streams
                })
            )
    };
}

function nobodyToAsk(message: string, pass: string): CliError {
    return new CliError(EXIT.usage, {
        code: 'answer.missing',
        message: `This needs an answer, and nobody is there to give it: “${message}”`,
        mend: `Pass ${pass}, or run the command in a terminal.`
    });
}

function cancelled(): CliError {
    return new CliError(EXIT.cancelled, {
        code: 'cancelled',
        message: 'Cancelled: nothing further was done.'
    });
}
