import process from 'node:process';
import { failure, summary, type Outcome, type Step } from './outcome.ts';

const REDRAW_MS = 2_000;
// Where no line can be redrawn, a sign of life now and then.
const REPEAT_MS = 30_000;
const CLEAR = '\r\x1b[K';

/** Runs steps, and says which are under way and how each went. */
export function display() {
    const begun = Date.now();
    const running = new Set<string>();
    const isTerminal = process.stdout.isTTY;
    const say = (line: string) => console.log((isTerminal ? CLEAR : '') + line);
    const draw = () => {
        const line = `${seconds(begun)}  ${[...running].join(' | ')} …`;
        if (isTerminal) process.stdout.write(CLEAR + line);
        else console.log(line);
    };
    const timer = setInterval(draw, isTerminal ? REDRAW_MS : REPEAT_MS);

    async function runStep({ name, run }: Step): Promise<Outcome> {
        const start = Date.now();
        running.add(name);
        if (isTerminal) draw();
        const outcome = await run().catch((error: unknown) => failure(`${name}\n${text(error)}`));
        running.delete(name);
        const mark = outcome.failed === 0 ? 'ok    ' : 'FAILED';
        say(`${mark} ${seconds(start).padStart(6)}  ${name}: ${summary(outcome)}`);
        return outcome;
    }

    return { runStep, end: () => clearInterval(timer) };
}

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(0)} s`;

const text = (error: unknown): string =>
    error instanceof Error ? (error.stack ?? error.message) : String(error);
