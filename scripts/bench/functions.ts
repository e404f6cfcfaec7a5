/** How long the app functions take when each of HubSpot's answers takes 100 ms. */
import { createPortal } from '../sandbox/hubspot/portal.ts';
import { loadCase } from '../../test/cases/load.ts';
import { viewerOf } from '../../test/parity/chain.ts';
import type { BenchRow } from './row.ts';

const DELAY_MS = 100;
const TIMES = 7;
const CASES = [
    ['typical person', '05-answered-in-time'],
    ['name and email only', '15-name-and-email'],
    ['1,000 views', '14-thousand-page-views']
] as const;

/** The median of opening the panel and of deciding, with the calls and rounds behind it. */
export async function benchFunctions(): Promise<BenchRow[]> {
    const rows: BenchRow[] = [];
    for (const [name, id] of CASES) {
        const one = loadCase(id);
        const { now } = viewerOf(one);
        const portal = await createPortal({
            project: 'hubspot-project',
            now: () => now,
            delay: DELAY_MS
        });
        try {
            const times: number[] = [];
            for (let time = 0; time < TIMES; time += 1) {
                portal.seed(one.hubspot.portal);
                portal.clearTraffic();
                const { objectId } = one.hubspot;
                await portal.runFunction('handoff-lead-context', { objectId, mayEdit: true });
                times.push(portal.took);
            }
            times.sort((a, b) => a - b);
            const median = times[Math.floor(TIMES / 2)] ?? NaN;
            const reads = portal.calls.filter(({ method }) => method !== 'PATCH');
            const rounds = new Set(reads.map(({ round }) => round)).size;
            const writes = portal.calls.length - reads.length;
            rows.push({
                name: `functions: open the panel, ${DELAY_MS} ms a call, ${name}, median`,
                value: `${median.toFixed(0)} ms, ${reads.length} reads in ${rounds} rounds, ${writes} writes`,
                goal: 'at most 12 in 3 rounds'
            });
        } finally {
            await portal.close();
        }
    }
    return rows;
}
