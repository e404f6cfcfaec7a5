/** How each app function is called, on a contact for which it calls every API that it knows. */
import type { PortalRows } from '../../../scripts/sandbox/hubspot/seed.ts';

export const NOW = Date.UTC(2026, 10, 20, 15);
export const CONTACT = '501';
const HOUR = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();

export interface Run {
    readonly uid: string;
    /** What is asked of the function. */
    readonly what: string;
    readonly parameters: { readonly [name: string]: unknown };
    /** The calls without which there is no answer. */
    readonly vital: RegExp;
    /** The calls whose failure takes nothing away from the answer. */
    readonly idle?: RegExp;
    /** What the portal must hold for it, beyond `fullPortal`. */
    readonly portal?: Partial<PortalRows>;
}

/** The contact, rejected a day ago. */
const REJECTED: PortalRows['contact'] = {
    ...contact(),
    history: {
        ...contact().history,
        ...saved(NOW - 24 * HOUR, {
            handoff_decision: 'rejected',
            handoff_reason: 'no_budget',
            handoff_decided_at: iso(NOW - 24 * HOUR),
            handoff_decided_by: 'Sam Lee'
        })
    }
};

/** At least one call of each function of the project. */
export const RUNS: readonly Run[] = [
    {
        uid: 'handoff-lead-context',
        what: 'open the panel',
        parameters: { objectId: CONTACT, mayEdit: true },
        vital: /^GET .*\/contacts\/501$/
    },
    {
        uid: 'handoff-decide',
        what: 'reject',
        parameters: rejection('Sam Lee', 9001),
        vital: /\/contacts\/501$/,
        // An account without leads loses none; and this reason has no counterpart among theirs.
        idle: /\/leads\/(batch\/read|hs_lead_disqualification_reason)$/
    },
    {
        uid: 'handoff-answer',
        what: 'contest',
        parameters: {
            objectId: CONTACT,
            kind: 'contest',
            note: 'They have budget',
            by: 'Sam Lee',
            byUserId: 9001,
            seenDecidedAt: NOW - 24 * HOUR,
            seenAnsweredAt: null
        },
        vital: /\/contacts\/501$/,
        portal: { contact: REJECTED }
    },
    {
        uid: 'handoff-settings',
        what: 'read',
        parameters: { action: 'read' },
        vital: /\/crm\/properties\/2026-09\/contacts/,
        // HubSpot does not say what it answers of a contact in no sequence: here it is 404, too.
        idle: /\/enrollments\/contact\//
    },
    {
        uid: 'handoff-settings',
        what: 'save',
        parameters: { action: 'save', settings: { industry: 'industry' } },
        vital: /./
    },
    {
        uid: 'handoff-settings',
        what: 'test',
        parameters: { action: 'test', settings: {}, contact: CONTACT },
        vital: /\/contacts\/501$/
    },
    {
        uid: 'handoff-outcomes',
        what: 'read a month',
        parameters: { from: NOW - 720 * HOUR, to: NOW, cursor: null },
        // Counted by other settings than the account's, other contacts would be MQLs.
        vital: /\/(contacts\/search|handoff_settings)$/
    }
];

/** A rejection by a user of the account: the only one of `fullPortal`, unless told otherwise. */
export function rejection(by: string, byUserId = 9001): Run['parameters'] {
    return {
        objectId: CONTACT,
        kind: 'rejected',
        reason: 'no_budget',
        note: 'Frozen until March',
        by,
        byUserId,
        seenDecidedAt: null
    };
}

function activity(id: number) {
    return { id: String(id), properties: { hs_timestamp: iso(NOW - HOUR) } };
}

/** An MQL of yesterday's that Sam Lee got an hour later. */
function contact(): PortalRows['contact'] {
    return {
        id: CONTACT,
        properties: {
            firstname: 'Dana',
            lastname: 'Reyes',
            numemployees: '120',
            hs_analytics_source: 'PAID_SEARCH',
            hs_analytics_num_page_views: '40',
            hs_v2_date_entered_marketingqualifiedlead: iso(NOW - 30 * HOUR),
            lifecyclestage: 'marketingqualifiedlead',
            hs_sequences_is_enrolled: 'true',
            createdate: iso(NOW - 90 * HOUR)
        },
        history: { hubspot_owner_id: [{ value: '71', timestamp: iso(NOW - 29 * HOUR) }] }
    };
}

/** What one save left in the histories. */
function saved(at: number, values: { readonly [name: string]: string }) {
    const entries = Object.entries(values).map(([name, value]) => [
        name,
        [{ value, timestamp: iso(at) }]
    ]);
    return Object.fromEntries(entries) as NonNullable<PortalRows['contact']['history']>;
}

/** A contact with one of everything, whose source has more contacts than one search returns. */
export function fullPortal(parts: Partial<PortalRows> = {}): PortalRows {
    return {
        contact: contact(),
        calls: [activity(1)],
        emails: [activity(2)],
        meetings: [activity(3)],
        tasks: [activity(4)],
        notes: [activity(5)],
        communications: [activity(6)],
        events: [
            {
                id: 'e1',
                eventType: 'e_visited_page',
                occurredAt: iso(NOW - 2 * HOUR),
                properties: { hs_title: 'Pricing' }
            }
        ],
        owners: [
            { id: '71', userId: 9001, email: 'sam@acme.test', firstName: 'Sam', lastName: 'Lee' }
        ],
        enrollments: [
            {
                id: '81',
                sequenceId: '9',
                sequenceName: 'Nurture',
                enrolledAt: iso(NOW - HOUR),
                enrolledBy: '9001',
                enrolledByEmail: 'sam@acme.test'
            }
        ],
        leads: [
            {
                id: '8801',
                properties: {
                    hs_lead_name: 'Dana Reyes',
                    hs_pipeline: 'lead-pipeline-id',
                    hs_pipeline_stage: 'new-stage-id',
                    hs_lead_is_open: 'true',
                    hs_lead_is_open_v2: 'true'
                }
            }
        ],
        others: Array.from({ length: 4 }, () => ({
            properties: {
                hs_analytics_source: 'PAID_SEARCH',
                handoff_mql_at: iso(NOW - 24 * HOUR),
                handoff_decision: 'accepted'
            }
        })),
        ...parts
    };
}
