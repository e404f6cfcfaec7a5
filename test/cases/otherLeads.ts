/** The other leads of each source, by which acceptance is counted; the same in both CRMs. */
import { makeId } from '../../scripts/sandbox/salesforce/ids.ts';
import type { PortalRows } from '../../scripts/sandbox/hubspot/seed.ts';
import { DECISION_KINDS } from '../../shared/lead.ts';
import type { DecisionKind } from '../../shared/lead.ts';
import type { RowsFile } from './rows.ts';

export interface SourceOutcome {
    /** The source as each CRM writes it. */
    readonly salesforce: string;
    readonly hubspot: string;
    readonly counts: { readonly [kind in DecisionKind | 'undecided']?: number };
}

interface Other {
    readonly source: SourceOutcome;
    readonly decision: DecisionKind | null;
    readonly mqlAt: string;
    readonly decidedAt: string | null;
}

const DAY = 86_400_000;
/** All became MQLs within the agreed period of every case, and were decided two days later. */
const FIRST_MQL = Date.parse('2026-09-21T14:00:00Z');
const SPREAD_DAYS = 35;
/** Ids from here on are theirs. */
const FIRST_ID = 1000;

function others(sources: readonly SourceOutcome[]): Other[] {
    return sources.flatMap((source) =>
        [...DECISION_KINDS, 'undecided' as const].flatMap((kind) =>
            Array.from({ length: source.counts[kind] ?? 0 }, (_, index) => {
                const mqlAt = FIRST_MQL + (index % SPREAD_DAYS) * DAY;
                const isDecided = kind !== 'undecided';
                return {
                    source,
                    decision: isDecided ? kind : null,
                    mqlAt: iso(mqlAt),
                    decidedAt: isDecided ? iso(mqlAt + 2 * DAY) : null
                };
            })
        )
    );
}

/** The leads as an org holds them. */
export function otherLeads(sources: readonly SourceOutcome[]): RowsFile {
    const rows = others(sources).map(({ source, decision, mqlAt, decidedAt }, index) => ({
        Id: makeId('00Q', FIRST_ID + index),
        LastName: `Lead ${index + 1}`,
        Company: 'Somewhere',
        LeadSource: source.salesforce,
        CreatedDate: mqlAt,
        Handoff_Mql_At__c: mqlAt,
        Handoff_Decision__c: decision,
        Handoff_Decided_At__c: decidedAt
    }));
    return { Lead: rows };
}

/** A page view of one of them: it says that page views are synced to this org at all. */
export function otherPageView(): RowsFile {
    return {
        Handoff_Engagement__c: [
            {
                Id: makeId('a00', FIRST_ID * FIRST_ID),
                Handoff_Lead__c: makeId('00Q', FIRST_ID),
                Handoff_Kind__c: 'page_view',
                Handoff_Title__c: 'Home',
                Handoff_Occurred_At__c: iso(FIRST_MQL)
            }
        ]
    };
}

/** The same people as contacts of a portal. */
export function otherContacts(
    sources: readonly SourceOutcome[]
): NonNullable<PortalRows['others']> {
    return others(sources).map(({ source, decision, mqlAt, decidedAt }) => ({
        properties: {
            createdate: mqlAt,
            hs_analytics_source: source.hubspot,
            handoff_mql_at: mqlAt,
            ...(decision === null
                ? {}
                : { handoff_decision: decision, handoff_decided_at: decidedAt })
        }
    }));
}

function iso(at: number): string {
    return new Date(at).toISOString();
}
