/** What came of one step of npm test. */
export interface Outcome {
    readonly passed: number;
    readonly failed: number;
    /** Each skipped test, with its reason where it gave one. */
    readonly skipped: readonly string[];
    /** Each failure, as a person reads it. */
    readonly failures: readonly string[];
}

/** A step of npm test. It may throw; that is one failure. */
export interface Step {
    readonly name: string;
    readonly run: () => Promise<Outcome>;
}

export const PASSED: Outcome = { passed: 1, failed: 0, skipped: [], failures: [] };

/** One check that failed, and why. */
export function failure(reason: string): Outcome {
    return { passed: 0, failed: 1, skipped: [], failures: [reason] };
}

/** The outcomes as one. */
export function total(outcomes: readonly Outcome[]): Outcome {
    return {
        passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
        failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
        skipped: outcomes.flatMap(({ skipped }) => skipped),
        failures: outcomes.flatMap(({ failures }) => failures)
    };
}

/** The line that ends npm test. */
export function summary({ passed, failed, skipped }: Outcome): string {
    const skips = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
    return `${passed} passed, ${failed} failed${skips}`;
}
