/** Records and an agreement for the tests of this folder; nothing else uses them. */
import type { Agreement } from '../../agreement/types.ts';
import type { HubSpotHistoryEntry, HubSpotObject, HubSpotRecords } from './records.ts';

export const T0 = Date.UTC(2026, 10, 16, 14);
export const HOUR = 3_600_000;

export function iso(at: number): string {
    return new Date(at).toISOString();
}

/** An activity, or a contact without a history. */
export function object(
    properties: { readonly [name: string]: string | null },
    history?: { readonly [name: string]: readonly (readonly [number, string | null])[] }
): HubSpotObject {
    if (!history) return { id: '1', properties };
    const propertiesWithHistory: { [name: string]: HubSpotHistoryEntry[] } = {};
    for (const [name, versions] of Object.entries(history)) {
        // HubSpot answers with the newest first.
        propertiesWithHistory[name] = versions
            .map(([at, value]) => ({ value, timestamp: iso(at) }))
            .reverse();
    }
    return { id: '1', properties, propertiesWithHistory };
}

export function recordsWith(parts: Partial<HubSpotRecords>): HubSpotRecords {
    return {
        contact: object({}),
        calls: [],
        emails: [],
        meetings: [],
        tasks: [],
        notes: [],
        communications: [],
        events: [],
        enrollments: [],
        owners: [
            { id: '71', userId: 9001, email: 'sam@acme.test', firstName: 'Sam', lastName: 'Lee' },
            { id: '72', userId: 9002, email: 'kim@acme.test', firstName: '', lastName: null },
            { id: '73', email: null, firstName: 'Inbound', lastName: null, type: 'QUEUE' }
        ],
        acceptance: null,
        gaps: [],
        ...parts
    };
}

/** As much of an agreement as the mapping reads. */
export const AGREEMENT = {
    fields: [
        {
            id: 'seats',
            label: 'Seats',
            salesforce: { Lead: null, Contact: null },
            hubspot: 'seats'
        },
        {
            id: 'tools',
            label: 'Tools',
            salesforce: { Lead: null, Contact: null },
            hubspot: 'tools'
        },
        { id: 'agency', label: 'Agency', salesforce: { Lead: null, Contact: null }, hubspot: null }
    ],
    sources: [{ id: 'paid', label: 'Paid search', salesforce: [], hubspot: ['PAID_SEARCH'] }],
    score: { beside: { salesforce: { Lead: null, Contact: null }, hubspot: 'fit_score' } },
    decision: {
        labels: {
            accepted: { hubspot: { leadStatus: 'IN_PROGRESS', lifecycleStage: null } },
            qualified: { hubspot: { leadStatus: null, lifecycleStage: 'salesqualifiedlead' } },
            recycled: { hubspot: { leadStatus: null, lifecycleStage: null } },
            rejected: { hubspot: { leadStatus: 'UNQUALIFIED', lifecycleStage: null } }
        }
    }
} as unknown as Agreement;
