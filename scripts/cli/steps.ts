/** Steps that take time: shown as they go, one after another. */
import { Listr, ListrLogger, ProcessOutput } from 'listr2';
import type { ListrDefaultRendererLogLevels } from 'listr2';

import type { Context } from './context.ts';
import type { Output } from './output/output.ts';

/** The part of listr2's that is used here. */
interface TaskWrapper {
    title: string | undefined;
    output: string;
}

export interface Step {
    readonly title: string;
    /**
     * Does it. `report` says how far it is ("120 of 240 components"); what it returns is said when it is
     * done. What it throws ends the steps.
     */
    readonly run: (report: (progress: string) => void) => Promise<string | void>;
}

/**
 * Runs the steps to their end or to the first that throws, which is thrown on. Shows them on stderr; with
 * `isPassing` only while they run, for a command whose result says it all.
 */
export async function runSteps(
    { io, out }: Pick<Context, 'io' | 'out'>,
    steps: readonly Step[],
    { isPassing = false }: { readonly isPassing?: boolean } = {}
): Promise<void> {
    const isLive = io.stderr.isTTY === true && !out.isQuiet && !out.isJson;
    if (isLive) await live(io.stderr as NodeJS.WriteStream, steps, isPassing);
    else await inLines(isPassing ? { ...out, note: out.detail } : out, steps);
}

/** On a terminal: each step's line is redrawn. */
async function live(
    stream: NodeJS.WriteStream,
    steps: readonly Step[],
    clearOutput: boolean
): Promise<void> {
    const logger = new ListrLogger<ListrDefaultRendererLogLevels>({
        useIcons: true,
        processOutput: new ProcessOutput(stream, stream)
    });
    // The error is told once, at the end, with its way out.
    const look = { logger, showErrorMessage: false, clearOutput };
    const tasks = new Listr(
        steps.map(({ title, run }) => ({
            title,
            task: async (_context: unknown, task: TaskWrapper) => {
                const done = await run((progress) => (task.output = progress));
                if (done) task.title = `${title}: ${done}`;
            }
        })),
        {
            // main.ts answers Ctrl+C.
            registerSignalListeners: false,
            renderer: 'default',
            rendererOptions: look,
            // stdout may be a file: what counts is that stderr is a terminal.
            fallbackRenderer: 'default',
            fallbackRendererOptions: look
        }
    );
    await tasks.run();
}

/** Elsewhere, such as in a build's log: a line when a step is done, and with --verbose how far it is. */
async function inLines(
    { errorStyle: style, detail, note }: Output,
    steps: readonly Step[]
): Promise<void> {
    for (const { title, run } of steps) {
        let said = '';
        detail(`${title} …`);
        try {
            const done = await run((progress) => {
                if (progress !== said) detail(`${title}: ${progress}`);
                said = progress;
            });
            note(`${style.good('✔')} ${done ? `${title}: ${done}` : title}`);
        } catch (error) {
            note(`${style.bad('✖')} ${title}`);
            throw error;
        }
    }
}
