/** Batches of a file read in several threads at once. */
import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Agreement } from '../../shared/agreement/types.ts';
import { counter, mergeCounted } from './count.ts';
import type { Counted, Question } from './count.ts';
import { decoder } from './encoding.ts';
import type { Format } from './rows.ts';
import { mergeSurveys, surveyor } from './survey.ts';
import type { Survey } from './survey.ts';

/** More would wait for the one that cuts the file. */
const MOST = 4;
/** What a batch leaves behind is cleared away soon, before it adds up. */
const YOUNG_MB = 24;
/** Batches that a thread has at a time: it reads one while the next one waits. */
const AHEAD = 2;

/** What is asked of a file: how it is written, or its tally. */
export type Task =
    | { readonly ask: 'survey'; readonly format: Format; readonly agreement: Agreement }
    | { readonly ask: 'count'; readonly format: Format; readonly question: Question };

/** Takes batches and gives one answer in the end. */
export interface Reader<Answer> {
    /** Resolves when there is room for the next batch. */
    readonly add: (bytes: Uint8Array, line: number) => Promise<void>;
    readonly answer: () => Promise<Answer>;
    readonly close: () => Promise<void>;
}

/** In this thread: starting others takes longer than a small file does. */
export function readHere<Answer>(task: Task): Reader<Answer> {
    const { add, answer } = working(task);
    return {
        add: async (bytes, line) => add(bytes, line),
        answer: async () => answer() as Answer,
        close: async () => {}
    };
}

/** In as many threads as there are processors. */
export function readInThreads<Answer>(task: Task): Reader<Answer> {
    const workers = Array.from({ length: Math.min(MOST, availableParallelism()) }, () =>
        thread(task)
    );
    return {
        async add(bytes, line) {
            for (;;) {
                const free = workers.reduce((a, b) => (b.waiting() < a.waiting() ? b : a));
                if (free.waiting() < AHEAD) {
                    // A failure shows in `progress` and in the answer.
                    free.send({ bytes, line }).catch(() => {});
                    return;
                }
                await Promise.race(workers.map((one) => one.progress()));
            }
        },
        async answer() {
            const answers = await Promise.all(workers.map((one) => one.send(null)));
            return answers.reduce((a, b) => merged(task, a, b)) as Answer;
        },
        close: async () => void (await Promise.all(workers.map((one) => one.close())))
    };
}

function merged(task: Task, a: unknown, b: unknown): unknown {
    if (task.ask === 'count') return mergeCounted(a as Counted, b as Counted);
    return mergeSurveys(a as Survey, b as Survey);
}

/** The other side of `thread`. */
export function serve(): void {
    const { add, answer } = working(workerData as Task);
    parentPort?.on('message', (batch: { bytes: Uint8Array; line: number } | null) => {
        if (batch !== null) add(batch.bytes, batch.line);
        parentPort?.postMessage(batch === null ? answer() : null);
    });
}

function working(task: Task): {
    add: (bytes: Uint8Array, line: number) => void;
    answer: () => Counted | Survey;
} {
    if (task.ask === 'survey') {
        const { add, result } = surveyor(task.format, task.agreement);
        return { add, answer: result };
    }
    const { add, result } = counter(task.format, task.question);
    const text = decoder(task.format.encoding);
    return { add: (bytes, line) => add(text(bytes), line), answer: result };
}

interface Thread {
    /** Batches that it has and has not read yet. */
    readonly waiting: () => number;
    /** Gives it a batch, or null for the end; resolves with what it says to it. */
    readonly send: (batch: { bytes: Uint8Array; line: number } | null) => Promise<unknown>;
    /** Resolves when it has read another one. */
    readonly progress: () => Promise<unknown>;
    readonly close: () => Promise<unknown>;
}

function thread(task: Task): Thread {
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
        workerData: task,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB }
    });
    const failure = new Promise<never>((_, reject) => worker.once('error', reject));
    failure.catch(() => {});
    const replies: Promise<unknown>[] = [];
    const resolvers: ((reply: unknown) => void)[] = [];
    worker.on('message', (reply) => {
        void replies.shift();
        resolvers.shift()?.(reply);
    });
    return {
        waiting: () => replies.length,
        send(batch) {
            const reply = new Promise((resolve) => resolvers.push(resolve));
            replies.push(reply);
            worker.postMessage(batch);
            return Promise.race([reply, failure]);
        },
        progress: () => Promise.race([replies[0], failure]),
        close: () => worker.terminate()
    };
}
