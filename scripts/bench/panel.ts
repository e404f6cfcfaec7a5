/** How long a panel takes to be worded, and what it costs each CRM to open one. */
import { Bench } from 'tinybench';
import { leadFromHubSpot } from '../../shared/crm/hubspot/lead.ts';
import { leadFromSalesforce } from '../../shared/crm/salesforce/lead.ts';
import type { Lead } from '../../shared/lead.ts';
import { leadPanel } from '../../shared/panel/leadPanel.ts';
import { loadCase } from '../../test/cases/load.ts';
import type { Case } from '../../test/cases/load.ts';
import { openHubSpot, openSalesforce, viewerOf } from '../../test/parity/chain.ts';
import { defaultAgreement } from '../../test/support/agreement.ts';
import type { BenchRow } from './row.ts';

const TYPICAL = '05-answered-in-time';
const HUGE = '14-thousand-page-views';
const agreement = defaultAgreement();

/** The panel of the person with 1,000 page views and 200 touches, and the calls behind a panel. */
export async function benchPanel(): Promise<BenchRow[]> {
    const typical = loadCase(TYPICAL);
    const huge = loadCase(HUGE);
    const salesforce = openSalesforce(agreement);
    const hubspot = await openHubSpot();
    try {
        const callsOf = async (one: Case): Promise<string> => {
            salesforce.read(one);
            salesforce.live(one);
            await hubspot.read(one);
            const { calls, rounds } = hubspot.traffic();
            return `Salesforce ${salesforce.calls()}, HubSpot ${calls} in ${rounds} rounds`;
        };
        const goal = 'HubSpot at most 12 in 3 rounds';
        return [
            { name: 'panel: calls to open, typical person', value: await callsOf(typical), goal },
            { name: 'panel: calls to open, 1,000 views', value: await callsOf(huge), goal },
            await median('Salesforce', leadFromSalesforce(salesforce.read(huge), agreement), huge),
            await median('HubSpot', leadFromHubSpot(await hubspot.read(huge), agreement), huge)
        ];
    } finally {
        await hubspot.close();
    }
}

async function median(crm: string, lead: Lead, one: Case): Promise<BenchRow> {
    const viewer = viewerOf(one);
    const bench = new Bench({ time: 1000, warmupTime: 300 });
    bench.add('panel', () => leadPanel(lead, agreement, viewer));
    await bench.run();
    const result = bench.tasks[0]?.result;
    const p50 = result !== undefined && 'latency' in result ? result.latency.p50 : NaN;
    const { engagements, touches } = lead;
    return {
        name: `panel: leadPanel, ${crm}, ${engagements.length} engagements, ${touches.length} touches, median`,
        value: `${p50.toFixed(2)} ms`,
        goal: 'under 1 ms'
    };
}
