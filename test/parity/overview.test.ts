/** The overview of the same leads: by the core alone, and as HubSpot's page counts its contacts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPortal } from '../../scripts/sandbox/hubspot/portal.ts';
import type { HubSpotPortal } from '../../scripts/sandbox/hubspot/portal.ts';
import { outcomeOf } from '../../shared/acceptance/outcome.ts';
import type { Filters, LeadOutcome } from '../../shared/acceptance/outcomeTypes.ts';
import { overview } from '../../shared/acceptance/overview.ts';
import { parsePeriod } from '../../shared/acceptance/period.ts';
import { stampedOutcomes } from '../../shared/acceptance/stampedOutcome.ts';
import { addOutcome, emptyTally } from '../../shared/acceptance/tally.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import { leadFromHubSpot } from '../../shared/crm/hubspot/lead.ts';
import { hubspotOutcomes } from '../../shared/crm/hubspot/outcome.ts';
import { contactsOf } from '../../shared/crm/hubspot/outcomeBatch.ts';
import type { OutcomeBatch } from '../../shared/crm/hubspot/outcomeBatch.ts';
import type { HubSpotOwner, HubSpotRecords } from '../../shared/crm/hubspot/records.ts';
import { defaultSettings, settingsFrom } from '../../shared/crm/hubspot/settings.ts';
import type { Instant } from '../../shared/lead.ts';
import { overviewPanel } from '../../shared/panel/overview/overviewPanel.ts';
import { loadCases } from '../cases/load.ts';
import { alwaysOn, berlin, defaultAgreement } from '../support/agreement.ts';
import { portalOf } from '../support/hubspotContacts.ts';
import { generatedStampedLeads } from '../support/stampedLeads.ts';
import { viewerOf } from './chain.ts';

const NOW = Date.UTC(2026, 10, 20, 15);
const YEAR = 366 * 86_400_000;
const PERIODS = ['last-90-days', '2026-10', '2026-Q3', 'this-month'];
const FILTERS: readonly Filters[] = [{}, { source: 'paid_search' }, { rep: 'Rep 3' }, { team: '' }];

function panelOf(
    outcomes: readonly LeadOutcome[],
    agreement: Agreement,
    text: string,
    filters: Filters
) {
    const { period } = parsePeriod(text, agreement, NOW);
    if (period === null) throw new Error(text);
    const tally = emptyTally(agreement, period, filters);
    for (const outcome of outcomes) addOutcome(tally, outcome);
    const numbers = overview(tally, agreement, NOW);
    const viewer = { now: NOW, locale: 'en', timeZone: 'America/New_York' };
    return { numbers, panel: overviewPanel(numbers, agreement, viewer) };
}

let now = NOW;
let portal: HubSpotPortal;
beforeAll(async () => {
    portal = await createPortal({
        project: 'hubspot-project',
        now: () => now,
        delay: 0,
        steppedTime: true
    });
});
afterAll(() => portal.close());

/** As the page reads them: batch by batch. */
async function readByFunction(agreement: Agreement, until: Instant): Promise<LeadOutcome[]> {
    const outcomes: LeadOutcome[] = [];
    let owners: readonly HubSpotOwner[] = [];
    let cursor: string | null = null;
    do {
        const parameters = { from: until - 2 * YEAR, to: until + 1, cursor };
        const batch = (await portal.runFunction('handoff-outcomes', parameters)) as OutcomeBatch;
        if (!batch.ok) throw new Error(JSON.stringify(batch));
        owners = batch.owners ?? owners;
        const { settings } = settingsFrom(batch.settings, agreement);
        const outcomeIn = hubspotOutcomes(agreement, settings, owners, until);
        outcomes.push(...contactsOf(batch).flatMap((one) => outcomeIn(one)?.outcome ?? []));
        ({ cursor } = batch);
    } while (cursor !== null);
    return outcomes;
}

describe('the overview of generated leads', () => {
    it('is the same through HubSpot’s search and function as by the core alone', async () => {
        const agreement = defaultAgreement();
        now = NOW;
        const leads = [...generatedStampedLeads(agreement, 2500, 21, NOW)];
        portal.seed({ contact: { id: '1', properties: {} }, ...portalOf(leads, agreement) });
        const inHubSpot = await readByFunction(agreement, NOW);
        const byCore = leads.map(stampedOutcomes(agreement, NOW));
        expect(inHubSpot).toHaveLength(leads.length);
        for (const period of PERIODS) {
            for (const filters of FILTERS) {
                expect(panelOf(inHubSpot, agreement, period, filters)).toEqual(
                    panelOf(byCore, agreement, period, filters)
                );
            }
        }
    });

    it.each([
        ['the agreement that ships', defaultAgreement()],
        ['split shifts in Berlin', berlin()],
        ['five minutes around the clock', alwaysOn()]
    ])(
        'is the same of 100,000 contacts, by %s',
        (_name, agreement) => {
            const leads = [...generatedStampedLeads(agreement, 100_000, 22, NOW)];
            const { others, owners } = portalOf(leads, agreement);
            const outcomeIn = hubspotOutcomes(agreement, defaultSettings(agreement), owners, NOW);
            const inHubSpot = others.flatMap(({ properties }, i) => {
                return outcomeIn({ id: String(9_000_000 + i), properties })?.outcome ?? [];
            });
            const byCore = leads.map(stampedOutcomes(agreement, NOW));
            expect(panelOf(inHubSpot, agreement, 'last-90-days', {})).toEqual(
                panelOf(byCore, agreement, 'last-90-days', {})
            );
        },
        120_000
    );
});

/** What no property of a contact tells, and its history does; and where that changes something else. */
const ONLY_IN_HISTORY: readonly (keyof LeadOutcome)[] = ['campaign', 'agreed', 'team'];
const ALLOWED: { readonly [id: string]: readonly (keyof LeadOutcome)[] } = {
    // The stamp is of the assignment that the clock restarted with; routing had ended with the first one.
    '11-rejected-before': ['routingMinutes'],
    '14-thousand-page-views': ['routingMinutes'],
    '20-reassigned': ['routingMinutes']
};

describe('what became of the person of a case', () => {
    const agreement = defaultAgreement();

    it.each(loadCases().map((one) => [one.id, one] as const))(
        'is told by the stamps as by the history: %s',
        async (id, one) => {
            ({ now } = viewerOf(one));
            portal.seed(one.hubspot.portal);
            const { objectId } = one.hubspot;
            const answer = await portal.runFunction('handoff-lead-context', {
                objectId,
                mayEdit: true
            });
            const { records } = answer as { records: HubSpotRecords };
            const lead = leadFromHubSpot(records, agreement);
            const expected = outcomeOf(lead, agreement, now, { id: objectId });
            const outcomes = await readByFunction(agreement, now);
            const found = outcomes.find((outcome) => outcome.id === objectId) ?? null;
            const keys = Object.keys(expected ?? {}) as (keyof LeadOutcome)[];
            const differing = keys.filter(
                (key) => JSON.stringify(found?.[key]) !== JSON.stringify(expected?.[key])
            );
            const told = differing.filter((key) => !ONLY_IN_HISTORY.includes(key));
            expect(told).toEqual(ALLOWED[id] ?? []);
            expect(found === null).toBe(expected === null);
        }
    );
});
