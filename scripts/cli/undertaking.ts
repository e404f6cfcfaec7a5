import type { Problem } from './output/errors.ts';
import type { Plan } from './plan/plan.ts';
import type { Step } from './steps.ts';

/** What a command would do to one org or portal: planned by reading alone, and done when agreed to. */
export interface Undertaking {
    /** "the production org Acme (00D…)": told above the plan. */
    readonly place: string;
    readonly plan: Plan;
    /** What would make it fail, each with its way out: while there is one, nothing is done. */
    readonly obstacles?: readonly Problem[];
    /** What has to be typed before anything is done, since people work there; null: nothing. */
    readonly typedName: string | null;
    /** What the person has to know besides, a line each. */
    readonly notes: readonly string[];
    /** Done one after another. Each may be run again after it was cut short anywhere. */
    readonly steps: readonly Step[];
    /** For --json, once the steps are done. */
    readonly result: () => object;
}
