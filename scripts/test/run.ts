import { quick } from './quick.ts';
import { runSteps } from './runSteps.ts';
import { PREPARATION, STEPS } from './steps.ts';

/** npm test: every check. With --quick, those that a change since main touches. */
export async function main(argv: readonly string[]): Promise<void> {
    await (argv.includes('--quick') ? quick() : runSteps(PREPARATION, STEPS));
}
