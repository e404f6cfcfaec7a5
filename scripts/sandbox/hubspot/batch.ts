/** The answer to a batch that was read at once. */
export function batchBody(results: readonly unknown[], now: number): object {
    const at = new Date(now).toISOString();
    return { status: 'COMPLETE', startedAt: at, completedAt: at, results };
}
