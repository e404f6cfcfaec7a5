import { buildCore } from '../build/core.ts';
import { buildHubSpot } from '../build/hubspot.ts';
import { buildLwc } from '../build/lwc.ts';
import { withProgress } from '../setup/progress.mjs';
import { benchCalendar } from './calendar.ts';
import { benchFunctions } from './functions.ts';
import { benchPanel } from './panel.ts';
import { benchReport } from './report.ts';
import type { BenchRow } from './row.ts';
import { benchSizes } from './sizes.ts';

/** npm run bench: every measured value beside its goal. */
export async function main(): Promise<void> {
    await withProgress('Building', async () => {
        await buildCore();
        await buildLwc();
        await buildHubSpot();
    });
    const rows = await withProgress('Measuring', async () => [
        ...(await benchCalendar()),
        ...(await benchPanel()),
        ...(await benchFunctions()),
        ...(await benchReport()),
        ...(await benchSizes())
    ]);
    console.log(`\n${table(rows)}`);
}

function table(rows: readonly BenchRow[]): string {
    const cells = [
        ['name', 'value', 'goal'],
        ...rows.map(({ name, value, goal = '' }) => [name, value, goal])
    ];
    const widths = [0, 1, 2].map((column) =>
        Math.max(...cells.map((row) => row[column]?.length ?? 0))
    );
    return cells
        .map((row) =>
            row
                .map((text, column) => text.padEnd(widths[column] ?? 0))
                .join(' | ')
                .trimEnd()
        )
        .join('\n');
}
