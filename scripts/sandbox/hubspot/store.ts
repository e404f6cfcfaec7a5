/** The portal's data: contacts with their histories, activities, events, owners, enrollments. */
import type {
    HubSpotEnrollment,
    HubSpotEvent,
    HubSpotHistoryEntry,
    HubSpotObject,
    HubSpotOwner,
    HubSpotScoreChange
} from '../../../shared/crm/hubspot/records.ts';
import { ACTIVITY_PROPERTIES } from '../../../shared/crm/hubspot/touches.ts';
import type { ActivityKind } from '../../../shared/crm/hubspot/touches.ts';
import { LEAD_PIPELINES, LEAD_REASONS } from './leads.ts';
import type { Lead, LeadOption, LeadPipeline } from './leads.ts';
import { DISPOSITIONS } from './account.ts';
import type { ConditionalRule, Disposition } from './account.ts';
import { missingRequired } from './conditional.ts';
import type { PropertyError, Schema } from './schema.ts';
import type { ContactRow, PortalRows } from './seed.ts';

export interface Contact {
    readonly id: string;
    readonly properties: { [name: string]: string };
    /** Newest first, as HubSpot answers. */
    readonly history: { [name: string]: HubSpotHistoryEntry[] };
}
export interface State {
    readonly contacts: Contact[];
    /** The contact that the activities, the events and the enrollments belong to. */
    readonly contactId: string;
    readonly activities: { readonly [kind in ActivityKind]: readonly HubSpotObject[] };
    readonly events: readonly HubSpotEvent[];
    readonly owners: readonly HubSpotOwner[];
    readonly enrollments: readonly HubSpotEnrollment[];
    /** Null: all that the app asks for. */
    readonly scopes: readonly string[] | null;
    readonly tiers: {
        readonly events: boolean;
        readonly leads?: boolean;
        readonly scoring?: boolean;
    };
    readonly rules: readonly ConditionalRule[];
    readonly leadRules: readonly ConditionalRule[];
    readonly dispositions: readonly Disposition[];
    readonly leads: readonly Lead[];
    readonly leadPipelines: readonly LeadPipeline[];
    readonly leadReasons: readonly LeadOption[];
    readonly scoreChanges: readonly HubSpotScoreChange[];
    /** Definitions that were created or changed, by the property's name. */
    readonly definitions: { [name: string]: { readonly [key: string]: unknown } };
    /** Groups of properties that were created. */
    readonly groups: string[];
}

const STAGE = 'lifecyclestage';

export const EMPTY: State = stateOf({ contact: { id: '0', properties: {} } }, null);

/** The state that some rows describe; throws on a property that the portal does not have. */
export function stateOf(rows: PortalRows, schema: Schema | null): State {
    const activities = Object.fromEntries(
        (Object.keys(ACTIVITY_PROPERTIES) as ActivityKind[]).map((kind) => [kind, rows[kind] ?? []])
    ) as State['activities'];
    const others = (rows.others ?? []).map(({ properties }, index) => ({
        id: `9${String(index).padStart(6, '0')}`,
        properties
    }));
    return structuredClone({
        contacts: [rows.contact, ...others].map((row) => contactOf(row, schema, rows)),
        contactId: rows.contact.id,
        activities,
        events: rows.events ?? [],
        owners: rows.owners ?? [],
        enrollments: rows.enrollments ?? [],
        leads: rows.leads ?? [],
        leadPipelines: rows.leadPipelines ?? LEAD_PIPELINES,
        leadReasons: rows.leadReasons ?? LEAD_REASONS,
        scopes: rows.scopes ?? null,
        tiers: rows.tiers ?? { events: true },
        rules: rows.rules ?? [],
        leadRules: rows.leadRules ?? [],
        dispositions: rows.dispositions ?? DISPOSITIONS,
        scoreChanges: rows.scoreChanges ?? [],
        definitions: definitionsOf(rows),
        groups: []
    });
}

function definitionsOf({ definitions = [] }: PortalRows): State['definitions'] {
    const common = { description: '', groupName: 'contactinformation', options: [], hidden: false };
    return Object.fromEntries(
        definitions.map((row) => [row.name, { ...common, label: row.name, ...row }])
    );
}

/** Sets a contact's properties as one save at `now`, or says which it refuses; then nothing is set. */
export function patchContact(
    contact: Contact,
    written: { readonly [name: string]: unknown },
    schema: Schema,
    now: number,
    rules: readonly ConditionalRule[] = []
): readonly PropertyError[] {
    const errors: PropertyError[] = [];
    const values: [string, string][] = [];
    for (const [name, given] of Object.entries(written)) {
        const value = schema.accept(name, given);
        if (typeof value !== 'string') errors.push(value);
        else if (schema.property(name)?.readOnly) {
            errors.push({
                name,
                code: 'READ_ONLY_VALUE',
                message: `Property "${name}" is read-only`
            });
        } else values.push([name, value]);
    }
    if (errors.length > 0) return errors;
    const missing = missingRequired(rules, written, contact.properties);
    if (missing.length > 0) return missing;
    const timestamp = new Date(now).toISOString();
    for (const [name, value] of values) {
        if (name === STAGE && isBackward(contact.properties[name], value, schema)) continue;
        set(contact, name, value, timestamp);
        if (name === STAGE && value !== '') {
            const entered = `hs_v2_date_entered_${value}`;
            if (schema.property(entered)) set(contact, entered, timestamp, timestamp);
        }
        if (name === 'hubspot_owner_id') {
            set(contact, 'hubspot_owner_assigneddate', timestamp, timestamp);
        }
    }
    set(contact, 'lastmodifieddate', timestamp, timestamp);
    return [];
}

function set(contact: Contact, name: string, value: string, timestamp: string): void {
    if ((contact.properties[name] ?? '') === value) return;
    contact.properties[name] = value;
    contact.history[name] = [
        { value, timestamp, sourceType: 'INTEGRATION', updatedByUserId: null },
        ...(contact.history[name] ?? [])
    ];
}

/** The API moves a contact forward only, in the account's own order of the stages. */
function isBackward(from: string | undefined, to: string, schema: Schema): boolean {
    const stages = schema.property(STAGE)?.options ?? [];
    return from !== undefined && to !== '' && stages.indexOf(to) < stages.indexOf(from);
}

function contactOf(row: ContactRow, schema: Schema | null, rows: PortalRows): Contact {
    const history: Contact['history'] = {};
    const properties: Contact['properties'] = {};
    for (const [name, entries] of Object.entries(row.history ?? {})) {
        check(schema, rows, name, row.id);
        history[name] = [...entries].sort(
            (a, b) => Date.parse(b.timestamp) - Date.parse(a.timestamp)
        );
        properties[name] = history[name][0]?.value ?? '';
    }
    for (const [name, value] of Object.entries(row.properties)) {
        check(schema, rows, name, row.id);
        properties[name] = value ?? '';
        const timestamp = row.properties.createdate;
        if (!history[name] && value !== null && timestamp) history[name] = [{ value, timestamp }];
    }
    properties.hs_object_id = row.id;
    return { id: row.id, properties, history };
}

function check(schema: Schema | null, rows: PortalRows, name: string, id: string): void {
    const isOwn = rows.definitions?.some((own) => own.name === name) ?? false;
    if (schema && !schema.property(name) && !isOwn) {
        throw new Error(`Contact ${id}: the portal has no contact property "${name}".`);
    }
}
