/** Ids and links that follow from whose record it is, so that the files need not repeat them. */
import type { PortalRows } from '../../scripts/sandbox/hubspot/seed.ts';
import { KEY_PREFIXES, makeId } from '../../scripts/sandbox/salesforce/ids.ts';
import type { SeedRows } from '../../scripts/sandbox/salesforce/store.ts';
import type { HubSpotEvent, HubSpotObject } from '../../shared/crm/hubspot/records.ts';
import type { ActivityKind } from '../../shared/crm/hubspot/touches.ts';

export type RowsFile = SeedRows;

type WithoutId<T> = Omit<T, 'id'> & { readonly id?: string };
export type PortalFile = Omit<PortalRows, ActivityKind | 'events'> & {
    readonly [kind in ActivityKind]?: readonly WithoutId<HubSpotObject>[];
} & { readonly events?: readonly WithoutId<HubSpotEvent>[] };

/** A custom object's prefix is given by its org; this one is the sandbox's. */
const ENGAGEMENT = 'a00';
/** Numbers from which the ids of activities count, so that no two kinds share one. */
const FIRST_ID: { readonly [kind in ActivityKind]: number } = {
    calls: 610_000,
    emails: 620_000,
    meetings: 630_000,
    tasks: 640_000,
    notes: 650_000,
    communications: 660_000
};

/** The field that links a row to the person. */
function linkOf(object: string, isLead: boolean): string | null {
    switch (object) {
        case 'Task':
        case 'Event':
            return 'WhoId';
        case 'Handoff_Engagement__c':
            return isLead ? 'Handoff_Lead__c' : 'Handoff_Contact__c';
        case 'CampaignMember':
        case 'LeadHistory':
        case 'ContactHistory':
            return isLead ? 'LeadId' : 'ContactId';
        default:
            return null;
    }
}

/** Rows with ids, linked to the person; every email is related to them, too. */
export function completedRows(file: RowsFile, recordId: string): RowsFile {
    const isLead = recordId.startsWith(KEY_PREFIXES.Lead as string);
    const rows: { [object: string]: RowsFile[string] } = {};
    for (const [object, list] of Object.entries(file)) {
        const prefix = KEY_PREFIXES[object] ?? ENGAGEMENT;
        const link = linkOf(object, isLead);
        rows[object] = list.map((row, index) => ({
            Id: makeId(prefix, index + 1),
            ...(link === null ? {} : { [link]: recordId }),
            ...row
        }));
    }
    if (rows.EmailMessage) {
        rows.EmailMessageRelation = rows.EmailMessage.map(({ Id }, index) => ({
            Id: makeId(KEY_PREFIXES.EmailMessageRelation as string, index + 1),
            EmailMessageId: Id,
            RelationId: recordId
        }));
    }
    return rows;
}

/** A portal whose activities and events have ids. */
export function completedPortal(file: PortalFile): PortalRows {
    const listed = (Object.keys(FIRST_ID) as ActivityKind[]).map((kind) => [
        kind,
        (file[kind] ?? []).map((row, index) => ({ id: String(FIRST_ID[kind] + index), ...row }))
    ]);
    const activities = Object.fromEntries(listed) as Required<Pick<PortalRows, ActivityKind>>;
    return {
        ...file,
        ...activities,
        events: (file.events ?? []).map((event, index) => ({ id: `event-${index}`, ...event }))
    };
}
