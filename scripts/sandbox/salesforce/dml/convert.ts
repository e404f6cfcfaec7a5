import type { Transaction } from '../apex/program.ts';
import type { SObjectType } from '../schema.ts';
import { SObjectRecord } from '../soql/record.ts';
import type { Row } from '../store.ts';
import { valueIn } from '../store.ts';
import type { FieldValue } from '../values.ts';
import { ACCOUNT_FIELDS, CONTACT_FIELDS, PERSON_FIELDS, follow } from './converted.ts';
import { fieldError } from './fieldChecks.ts';
import type { DmlContext, Pending } from './pending.ts';
import { rowsOf } from './rows.ts';
import { runDml } from './run.ts';
import { saveBatch } from './save.ts';
import type { DmlError, DmlOptions } from './types.ts';

/** What `Database.LeadConvert` asks for. */
export interface LeadConversion {
    readonly leadId: string;
    readonly convertedStatus: string | null;
    /** Existing records to convert into; null: new ones. */
    readonly accountId: string | null;
    readonly contactId: string | null;
    readonly opportunityId?: string | null;
    readonly opportunityName: string | null;
    readonly doNotCreateOpportunity: boolean;
    /** Owner of what is created; null: the lead's. */
    readonly ownerId: string | null;
    readonly overwriteLeadSource: boolean;
}

export interface LeadConversionResult {
    readonly success: boolean;
    readonly leadId: string;
    readonly accountId: string | null;
    readonly contactId: string | null;
    readonly opportunityId: string | null;
    readonly errors: readonly DmlError[];
}

const LEADS_AT_ONCE = 100;

/**
 * Converts leads: an account, a contact and an opportunity are saved as any record is, then the leads are
 * updated, which runs their triggers and rules only where the org requires validation for converted
 * leads. Activities and campaigns follow the contact; the lead can be changed by nobody afterwards.
 *
 * @returns for each request, in order, what was created; where all or none is asked for, nothing is
 *     converted once one fails
 */
export function convertLeads(
    requests: readonly LeadConversion[],
    options: DmlOptions,
    transaction: Transaction
): LeadConversionResult[] {
    const { store } = transaction;
    const savepoint = store.savepoint();
    try {
        const results: LeadConversionResult[] = [];
        for (let i = 0; i < requests.length; i += LEADS_AT_ONCE) {
            const page = requests.slice(i, i + LEADS_AT_ONCE);
            results.push(...convertPage(page, { transaction, options }));
        }
        const isUndone = options.allOrNone && results.some(({ success }) => !success);
        if (isUndone) store.rollback(savepoint);
        else store.release(savepoint);
        return results;
    } catch (error) {
        store.rollback(savepoint);
        throw error;
    }
}

/** One lead on its way. */
interface Converting {
    readonly request: LeadConversion;
    readonly lead: Row;
    readonly errors: DmlError[];
    accountId: string | null;
    contactId: string | null;
    opportunityId: string | null;
}

function convertPage(
    requests: readonly LeadConversion[],
    context: DmlContext
): LeadConversionResult[] {
    const { transaction } = context;
    const { store } = transaction;
    const savepoint = store.savepoint();
    const all = requests.map((request): Converting => {
        const lead = store.byId(request.leadId)?.row ?? {};
        return {
            request,
            lead,
            errors: requestErrors(request, lead, transaction),
            accountId: request.accountId,
            contactId: request.contactId,
            opportunityId: request.opportunityId ?? null
        };
    });
    fillExisting(all, context);
    create(all, 'Account', ACCOUNT_FIELDS, 'accountId', () => true, context);
    for (const one of all) one.contactId ??= personOf(one.accountId, transaction);
    create(all, 'Contact', CONTACT_FIELDS, 'contactId', () => true, context);
    const wanted = ({ doNotCreateOpportunity }: LeadConversion): boolean => !doNotCreateOpportunity;
    create(all, 'Opportunity', {}, 'opportunityId', wanted, context);
    closeLeads(all.filter(isSound), context);
    const sound = all.filter(isSound);
    if (sound.length === all.length) {
        store.release(savepoint);
    } else {
        // What was created for leads that could not be converted must not stay.
        store.rollback(savepoint);
        if (!context.options.allOrNone && sound.length > 0) {
            const again = convertPage(
                sound.map(({ request }) => request),
                context
            );
            return all.map((one) => again[sound.indexOf(one)] ?? resultOf(one));
        }
    }
    return all.map(resultOf);
}

/** The contact behind a person account. */
function personOf(accountId: string | null, { store }: Transaction): string | null {
    const account = accountId === null ? null : store.byId(accountId);
    const id = account?.row.PersonContactId ?? null;
    return typeof id === 'string' ? id : null;
}

function isSound({ errors }: { readonly errors: readonly DmlError[] }): boolean {
    return errors.length === 0;
}

function resultOf(one: Converting): LeadConversionResult {
    const { request, accountId, contactId, opportunityId, errors } = one;
    const success = isSound(one);
    return {
        success,
        leadId: request.leadId,
        accountId: success ? accountId : null,
        contactId: success ? contactId : null,
        opportunityId: success ? opportunityId : null,
        errors
    };
}

function requestErrors(
    { leadId, convertedStatus, ownerId }: LeadConversion,
    lead: Row,
    transaction: Transaction
): DmlError[] {
    const error = (code: string, message: string): DmlError[] => [fieldError(code, message, null)];
    if (lead.Id === undefined)
        return error('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    if (lead.IsDeleted === true) return error('ENTITY_IS_DELETED', 'entity is deleted');
    if (lead.IsConverted === true)
        return error('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
    const status = rowsOf('LeadStatus', transaction).find((one) => one.ApiName === convertedStatus);
    if (status?.IsConverted !== true) {
        return error('INVALID_STATUS', `invalid convertedStatus: ${convertedStatus}`);
    }
    const owner = transaction.store.byId(ownerId ?? String(lead.OwnerId));
    if (owner !== null && owner.object.name !== 'User') {
        return error(
            'INVALID_OWNER',
            'Converted objects can only be owned by users.  If the lead is not owned by a user, ' +
                `you must specify a user for the Owner field. (${leadId})`
        );
    }
    return [];
}

/** An existing contact keeps what it has: only what is empty is filled, and the source where that is asked for. */
function fillExisting(all: readonly Converting[], { transaction, options }: DmlContext): void {
    const { store } = transaction;
    const existing = all.filter((one) => isSound(one) && one.request.contactId !== null);
    const records = existing.map(({ request, lead }) => {
        const record = new SObjectRecord('Contact');
        record.set('Id', 'id', request.contactId);
        const contact = store.byId(String(request.contactId));
        for (const [field, from] of Object.entries(CONTACT_FIELDS)) {
            const type = contact?.object.fields.get(field.toLowerCase())?.type;
            const isOpen =
                (contact?.row[field] ?? null) === null ||
                (field === 'LeadSource' && request.overwriteLeadSource);
            const value = valueIn(lead, from);
            if (type !== undefined && isOpen && value !== null) record.set(field, type, value);
        }
        return record;
    });
    const results = runDml('update', records, { ...options, allOrNone: false }, transaction);
    existing.forEach((one, i) => one.errors.push(...(results[i]?.errors ?? [])));
}

function create(
    all: readonly Converting[],
    objectName: 'Account' | 'Contact' | 'Opportunity',
    mapping: { readonly [field: string]: string },
    key: 'accountId' | 'contactId' | 'opportunityId',
    isWanted: (request: LeadConversion) => boolean,
    { transaction, options }: DmlContext
): void {
    const object = transaction.program.schema.get(objectName.toLowerCase()) as SObjectType;
    const wanting = all.filter((one) => isSound(one) && one[key] === null && isWanted(one.request));
    const records = wanting.map((one) => {
        const record = new SObjectRecord(objectName);
        const put = (name: string, value: FieldValue): void => {
            const field = object.fields.get(name.toLowerCase());
            if (field && value !== null) record.set(field.name, field.type, value);
        };
        const isPerson = objectName === 'Account' && valueIn(one.lead, 'Company') === null;
        const mapped = isPerson ? { ...mapping, ...PERSON_FIELDS } : mapping;
        for (const [field, from] of Object.entries(mapped)) put(field, valueIn(one.lead, from));
        put('OwnerId', one.request.ownerId ?? valueIn(one.lead, 'OwnerId'));
        if (objectName === 'Contact') put('AccountId', one.accountId);
        if (objectName === 'Opportunity') opportunity(one, put, transaction);
        return record;
    });
    const results = runDml('insert', records, { ...options, allOrNone: false }, transaction);
    wanting.forEach((one, i) => {
        one.errors.push(...(results[i]?.errors ?? []));
        one[key] = results[i]?.id ?? null;
    });
}

function opportunity(
    { request, lead, accountId }: Converting,
    put: (name: string, value: FieldValue) => void,
    transaction: Transaction
): void {
    const stages = rowsOf('OpportunityStage', transaction);
    put('Name', request.opportunityName ?? `${lead.Company}-`);
    put('AccountId', accountId);
    put('LeadSource', valueIn(lead, 'LeadSource'));
    put('StageName', stages[0]?.ApiName ?? 'Prospecting');
    put('CloseDate', quarterEnd(transaction.now()));
}

function quarterEnd(now: number): string {
    const at = new Date(now);
    const month = Math.floor(at.getUTCMonth() / 3) * 3 + 3;
    return new Date(Date.UTC(at.getUTCFullYear(), month, 0)).toISOString().slice(0, 10);
}

function closeLeads(all: readonly Converting[], context: DmlContext): void {
    const { transaction } = context;
    const { store, program } = transaction;
    const object = program.schema.get('lead') as SObjectType;
    const batch = all.map((one, index): Pending => {
        const before = store.byId(one.request.leadId)?.row ?? one.lead;
        const row: Row = {
            ...before,
            IsConverted: true,
            Status: one.request.convertedStatus,
            ConvertedDate: new Date(transaction.now()).toISOString().slice(0, 10),
            ConvertedAccountId: one.accountId,
            ConvertedContactId: one.contactId,
            ConvertedOpportunityId: one.opportunityId
        };
        const record = new SObjectRecord('Lead');
        return { index, record, object, before, row, errors: [] };
    });
    if (store.setup.validateConvertedLeads) saveBatch('update', batch, context);
    else for (const { row } of batch) store.replace(object, row);
    batch.forEach(({ errors }, i) => all[i]?.errors.push(...errors));
    for (const one of all.filter(isSound)) follow(one.request.leadId, one, transaction);
}
