/** What became of leads, counted by the package's own Apex and by the core. */
import { describe, expect, it } from 'vitest';
import { countOutcomes } from '../../scripts/sandbox/salesforce/acceptance.ts';
import { loadProgram } from '../../scripts/sandbox/salesforce/apex/program.ts';
import { runApex } from '../../scripts/sandbox/salesforce/apex/run.ts';
import { makeId } from '../../scripts/sandbox/salesforce/ids.ts';
import { loadSchema } from '../../scripts/sandbox/salesforce/schema.ts';
import type { SeedRows } from '../../scripts/sandbox/salesforce/store.ts';
import { createStore } from '../../scripts/sandbox/salesforce/store.ts';
import { outcomeOf } from '../../shared/acceptance/outcome.ts';
import type { Filters, LeadOutcome, Period } from '../../shared/acceptance/outcomeTypes.ts';
import { overview } from '../../shared/acceptance/overview.ts';
import type { AcceptanceOverview } from '../../shared/acceptance/overviewTypes.ts';
import { parsePeriod } from '../../shared/acceptance/period.ts';
import { isWithin, tallyOfSnapshot } from '../../shared/acceptance/snapshot.ts';
import { stampedOutcomes } from '../../shared/acceptance/stampedOutcome.ts';
import { addOutcome, emptyTally } from '../../shared/acceptance/tally.ts';
import { leadFromSalesforce } from '../../shared/crm/salesforce/lead.ts';
import type { SalesforceSnapshot } from '../../shared/crm/salesforce/snapshot.ts';
import {
    snapshotGroups,
    snapshotHead,
    snapshotRequest
} from '../../shared/crm/salesforce/snapshot.ts';
import type { Instant } from '../../shared/lead.ts';
import { handoffStamps } from '../../shared/response/stamps.ts';
import { loadCases } from '../cases/load.ts';
import type { Case } from '../cases/load.ts';
import { defaultAgreement } from '../support/agreement.ts';
import { openSalesforce, viewerOf } from './chain.ts';
import { generatedStampedLeads } from '../support/stampedLeads.ts';
import { orgOf } from '../support/salesforceLeads.ts';

const ORG_NOW = Date.parse('2026-11-22T17:00:00Z');
const agreement = defaultAgreement();
const schema = loadSchema('force-app');
const program = loadProgram('force-app', schema);
const salesforce = openSalesforce(agreement);

/** An org with these rows whose nightly job has run, and what its overview reads. */
function countedOrg(
    rows: SeedRows,
    now: Instant
): (period: Period, filters?: Filters) => SalesforceSnapshot {
    const store = createStore(schema, () => now);
    store.seed(rows);
    countOutcomes({ program, schema, store }, now);
    return (period, filters = {}) =>
        runApex('HandoffAcceptance', 'load', snapshotRequest(period, filters, agreement), {
            program,
            store,
            user: { id: makeId('005', 1) },
            now: () => now
        }) as SalesforceSnapshot;
}

function counted(found: SalesforceSnapshot, period: Period, filters: Filters, now: Instant) {
    const groups = snapshotGroups(found, agreement);
    return overview(tallyOfSnapshot(groups, agreement, period, filters), agreement, now);
}

function directly(
    outcomes: readonly LeadOutcome[],
    period: Period,
    filters: Filters,
    now: Instant
): AcceptanceOverview {
    const tally = emptyTally(agreement, period, filters);
    for (const outcome of outcomes) addOutcome(tally, { ...outcome, id: null });
    return overview(tally, agreement, now);
}

/** Campaigns are counted apart from sources, reps and teams. */
const withoutCampaigns = (result: AcceptanceOverview): object => ({
    ...result,
    groups: { ...result.groups, campaign: [] },
    choices: { ...result.choices, campaign: [] }
});

describe('a generated org', () => {
    const leads = [...generatedStampedLeads(agreement, 900, 11, ORG_NOW)];
    const load = countedOrg(orgOf(leads, agreement), ORG_NOW);
    const outcomes = leads.map(stampedOutcomes(agreement, ORG_NOW));
    const periodOf = (text: string): Period =>
        parsePeriod(text, agreement, ORG_NOW).period as Period;

    it.each(['last-90-days', '2026-10', '2026-Q3', '2026-11'])(
        'has the numbers of its leads: %s',
        (text) => {
            const period = periodOf(text);
            const found = load(period);
            const head = snapshotHead(found);
            expect(head).toMatchObject({ asOf: ORG_NOW, agreement: agreement.hash });
            expect(isWithin(period, head?.since ?? Infinity, head?.ends ?? [])).toBe(true);
            const expected = directly(outcomes, period, {}, ORG_NOW);
            expect(expected.delivered).toBeGreaterThan(10);
            expect(counted(found, period, {}, ORG_NOW)).toEqual(expected);
        }
    );

    it.each([
        { source: 'offline' },
        { rep: 'Rep 2' },
        { team: 'Team 2', source: 'email' },
        { rep: '' }
    ])('has them with filters: %o', (filters) => {
        const period = periodOf('last-90-days');
        const found = load(period, filters);
        expect(withoutCampaigns(counted(found, period, filters, ORG_NOW))).toEqual(
            withoutCampaigns(directly(outcomes, period, filters, ORG_NOW))
        );
    });
});

/** The case's own record, with the stamps that the server keeps of what happened. */
function stampedRows(one: Case): SeedRows {
    const { recordId, objectName, rows } = one.salesforce;
    const lead = leadFromSalesforce(salesforce.read(one), agreement);
    const stamps = handoffStamps(lead, agreement, viewerOf(one).now);
    const text = (at: Instant | null): string | null =>
        at === null ? null : new Date(at).toISOString();
    const record = rows[objectName]?.find(({ Id }) => Id === recordId);
    const others = Object.entries(rows).filter(
        ([name]) => !['Lead', 'Contact', 'LeadHistory', 'ContactHistory'].includes(name)
    );
    return {
        ...Object.fromEntries(others),
        [objectName]: [
            {
                ...record,
                Handoff_Assigned_At__c: text(stamps.assignedAt),
                Handoff_Assigned_To__c: stamps.assignedTo?.id ?? null,
                Handoff_Window__c: stamps.window,
                Handoff_Due_At__c: text(stamps.dueAt),
                Handoff_First_Attempt_At__c: text(stamps.firstAttemptAt),
                Handoff_First_Attempt_Minutes__c: stamps.firstAttemptMinutes,
                Handoff_First_Contact_At__c: text(stamps.firstContactAt),
                Handoff_First_Contact_Minutes__c: stamps.firstContactMinutes
            }
        ]
    };
}

/** Whose stamps keep the owner whose clock counts, and not the first one, to whom routing led. */
const REASSIGNED = ['11-rejected-before', '14-thousand-page-views', '20-reassigned'];

describe('every case', () => {
    it.each(loadCases().map((one) => [one.id, one] as const))(
        'counts as its own history tells: %s',
        (id, one) => {
            const { now } = viewerOf(one);
            const lead = leadFromSalesforce(salesforce.read(one), agreement);
            const outcome = outcomeOf(lead, agreement, now);
            const period = parsePeriod('last-90-days', agreement, now).period as Period;
            const found = counted(countedOrg(stampedRows(one), now)(period), period, {}, now);
            const outcomes = outcome === null ? [] : [{ ...outcome, agreed: null, team: null }];
            const expected = directly(outcomes, period, {}, now);
            const { routing } = REASSIGNED.includes(id) ? found.response : expected.response;
            expect(found).toEqual({ ...expected, response: { ...expected.response, routing } });
        }
    );
});
