import type { ClassCoverage } from './coverage.ts';

/** Share of lines that ran; a class without any is covered. */
export function shareOf({ lines, covered }: ClassCoverage): number {
    return lines === 0 ? 1 : covered / lines;
}

/** One line for each class, the least covered first, with the numbers of the lines that did not run. */
export function coverageTable(coverage: readonly ClassCoverage[]): string {
    const rows = [...coverage].sort((a, b) => shareOf(a) - shareOf(b));
    const width = Math.max(...rows.map(({ name }) => name.length));
    return rows
        .map((one) => {
            const share = `${Math.floor(shareOf(one) * 100)} %`.padStart(5);
            const lines = `${one.covered}/${one.lines}`.padStart(8);
            return `${share} ${lines}  ${one.name.padEnd(width)}  ${one.uncovered.join(' ')}`.trimEnd();
        })
        .join('\n');
}
