import process from 'node:process';
import { display } from './display.ts';
import { summary, total, type Step } from './outcome.ts';

/** Runs what all need, then the lanes side by side, and ends with the line `N passed, N failed`. */
export async function runLanes(
    preparation: readonly Step[],
    lanes: readonly (readonly Step[])[]
): Promise<void> {
    const { lane, end } = display();
    const prepared = await lane(preparation);
    const sideBySide = await Promise.all(lanes.map(lane));
    end();
    const all = total([...prepared, ...sideBySide.flat()]);
    for (const reason of all.failures) console.log(`\nFAILED ${reason}`);
    if (all.skipped.length > 0) console.log(['\nSkipped:', ...all.skipped].join('\n  '));
    console.log(`\n${summary(all)}`);
    process.exitCode = all.failed === 0 ? 0 : 1;
}
