/** One line of npm run bench. */
export interface BenchRow {
    readonly name: string;
    readonly value: string;
    readonly goal?: string;
}
