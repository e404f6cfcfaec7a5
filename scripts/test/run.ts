import { quick } from './quick.ts';
import { runLanes } from './runLanes.ts';
import { LANES, PREPARATION } from './steps.ts';

/** npm test: every check. With --quick, those that a change since main touches. */
export async function main(argv: readonly string[]): Promise<void> {
    await (argv.includes('--quick') ? quick() : runLanes(PREPARATION, LANES));
}
