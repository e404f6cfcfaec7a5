import process from 'node:process';
import { display } from './display.ts';
import { summary, total } from './outcome.ts';
import { BROWSER, LANES, PREPARATION } from './steps.ts';

/** npm test: runs every step, and ends with the line `N passed, N failed`. */
export async function main(): Promise<void> {
    const { lane, end } = display();
    const prepared = await lane(PREPARATION);
    const sideBySide = await Promise.all(LANES.map(lane));
    const all = total([...prepared, ...sideBySide.flat(), ...(await lane(BROWSER))]);
    end();
    for (const reason of all.failures) console.log(`\nFAILED ${reason}`);
    if (all.skipped.length > 0) console.log(['\nSkipped:', ...all.skipped].join('\n  '));
    console.log(`\n${summary(all)}`);
    process.exitCode = all.failed === 0 ? 0 : 1;
}
