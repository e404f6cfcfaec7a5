import { availableParallelism } from 'node:os';
import process from 'node:process';
import { display } from './display.ts';
import { summary, total, type Outcome, type Step } from './outcome.ts';

/**
 * Runs what all need, one after another, then the steps, one for each core at a time in their order, and
 * ends with the line `N passed, N failed`.
 */
export async function runSteps(
    preparation: readonly Step[],
    steps: readonly Step[]
): Promise<void> {
    const { runStep, end } = display();
    const outcomes: Outcome[] = [];
    const lane = async (queue: Step[]): Promise<void> => {
        for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
            outcomes.push(await runStep(step));
        }
    };
    await lane([...preparation]);
    const queue = [...steps];
    await Promise.all(
        Array.from({ length: Math.max(2, availableParallelism()) }, () => lane(queue))
    );
    end();
    const all = total(outcomes);
    for (const reason of all.failures) console.log(`\nFAILED ${reason}`);
    if (all.skipped.length > 0) console.log(['\nSkipped:', ...all.skipped].join('\n  '));
    console.log(`\n${summary(all)}`);
    process.exitCode = all.failed === 0 ? 0 : 1;
}
