/** Lets code that cannot wait use answers that have to be waited for. */

/** Gives the answer to a question; the first time it is asked, the code is stopped until it is there. */
export type Ask = <Answer>(question: string, answer: () => Promise<Answer>) => Answer;

class Pending extends Error {
    readonly question: string;
    readonly answer: () => Promise<unknown>;

    constructor(question: string, answer: () => Promise<unknown>) {
        super(question);
        this.question = question;
        this.answer = answer;
    }
}

/**
 * Runs `work` anew after each answer that it lacked, until it lacks none. It must ask the same each time
 * and change nothing; it must not catch what `ask` throws.
 */
export async function replayed<Result>(work: (ask: Ask) => Result): Promise<Result> {
    const answers = new Map<string, unknown>();
    const ask: Ask = <Answer>(question: string, answer: () => Promise<Answer>) => {
        if (!answers.has(question)) throw new Pending(question, answer);
        return answers.get(question) as Answer;
    };
    for (;;) {
        try {
            return work(ask);
        } catch (thrown) {
            if (!(thrown instanceof Pending)) throw thrown;
            answers.set(thrown.question, await thrown.answer());
        }
    }
}
