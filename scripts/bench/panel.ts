/** How long a panel takes to be worded for a person who read a thousand pages. */
import { Bench } from 'tinybench';
import { leadPanel } from '../../shared/panel/leadPanel.ts';
import { defaultAgreement } from '../../test/support/agreement.ts';
import {
    aLead,
    assignment,
    at,
    HOUR,
    idealFacts,
    pageView,
    touch
} from '../../test/support/lead.ts';
import type { BenchRow } from './row.ts';

const NOW = at('2026-11-20T20:00:00Z');
const VIEWS = 1000;
const PAGES = ['Pricing', 'Product tour', 'Security', 'Blog: handing leads over', 'Careers'];
const GOAL_MS = 1;

/** The median of `leadPanel` for one person, ms. */
export async function benchPanel(): Promise<BenchRow[]> {
    const agreement = defaultAgreement();
    const viewer = { now: NOW, locale: 'en-US', timeZone: 'America/New_York' };
    const lead = aLead({
        facts: idealFacts(),
        mqlAt: NOW - 6 * HOUR,
        assignments: [assignment(NOW - 5 * HOUR)],
        touches: [touch(NOW - 4 * HOUR), touch(NOW - 2 * HOUR, 'email')],
        engagements: Array.from({ length: VIEWS }, (_, i) =>
            pageView(NOW - (VIEWS - i) * HOUR, PAGES[i % PAGES.length] ?? '')
        )
    });
    const bench = new Bench({ time: 1000, warmupTime: 300 });
    bench.add('panel', () => leadPanel(lead, agreement, viewer));
    await bench.run();
    const result = bench.tasks[0]?.result;
    const median = result !== undefined && 'latency' in result ? result.latency.p50 : NaN;
    return [
        {
            name: `panel: leadPanel of ${VIEWS} page views, median`,
            value: `${median.toFixed(2)} ms`,
            goal: `under ${GOAL_MS} ms`
        }
    ];
}
