import type { SandboxUser } from '../access.ts';
import { mayReadField, mayReadObject } from '../access.ts';
import { QueryError } from '../errors.ts';
import type { Schema } from '../schema.ts';
import type { Column } from '../soql/columns.ts';
import { resolveColumn } from '../soql/columns.ts';
import type { Store, StoredRecord } from '../store.ts';
import { valueIn } from '../store.ts';
import type { FieldValue } from '../values.ts';
import type { Locale } from './display.ts';
import { displayValue } from './display.ts';
import { badRequest, noAccess, notFound } from './failure.ts';

/** `Lead.Company`, or what `@salesforce/schema/Lead.Company` imports. */
export type FieldId = string | { readonly objectApiName: string; readonly fieldApiName: string };

export interface FieldRepresentation {
    value: FieldValue | RecordRepresentation;
    displayValue: string | null;
}

export interface RecordRepresentation {
    readonly apiName: string;
    readonly id: string;
    readonly fields: { [field: string]: FieldRepresentation };
    readonly childRelationships: object;
    readonly recordTypeInfo: null;
    readonly lastModifiedById: FieldValue;
    readonly lastModifiedDate: FieldValue;
    readonly systemModstamp: FieldValue;
}

/** Where a request is answered, and for whom. */
export interface UiContext {
    readonly schema: Schema;
    readonly store: Store;
    readonly user: SandboxUser;
    readonly locale: Locale;
}

/**
 * A record as the UI API gives it.
 *
 * @param fields a field among these that the user may not see, or that does not exist, fails the call
 * @param optionalFields such a field among these is left out
 * @throws RequestFailure
 */
export function getRecord(
    recordId: string,
    fields: readonly FieldId[],
    optionalFields: readonly FieldId[],
    context: UiContext
): RecordRepresentation {
    const found = context.store.byId(recordId);
    if (found === null || found.row.IsDeleted === true) throw notFound();
    if (!mayReadObject(context.user, found.object.name)) throw noAccess();
    const record = representation(found);
    const resolve = (id: FieldId): Column => columnOf(id, found, context);
    for (const id of fields) {
        try {
            addField(record, found, resolve(id), context);
        } catch (error) {
            if (error instanceof QueryError) throw badRequest('INVALID_FIELD', error.message);
            throw error;
        }
    }
    for (const id of optionalFields) {
        try {
            addField(record, found, resolve(id), context);
        } catch (error) {
            if (!(error instanceof QueryError)) throw error;
        }
    }
    return record;
}

function columnOf(id: FieldId, { object }: StoredRecord, context: UiContext): Column {
    const path = typeof id === 'string' ? id : `${id.objectApiName}.${id.fieldApiName}`;
    const [start = '', ...rest] = path.split('.');
    if (start.toLowerCase() !== object.name.toLowerCase() || rest.length === 0) {
        throw new QueryError('unknown', `The field ${path} does not belong to ${object.name}`);
    }
    const { schema, store, user } = context;
    return resolveColumn(rest.join('.'), object, null, { schema, store, reader: user });
}

function representation({ object, row }: StoredRecord): RecordRepresentation {
    return {
        apiName: object.name,
        id: String(row.Id),
        fields: {},
        childRelationships: {},
        recordTypeInfo: null,
        lastModifiedById: row.LastModifiedById ?? null,
        lastModifiedDate: row.LastModifiedDate ?? null,
        systemModstamp: row.SystemModstamp ?? null
    };
}

function addField(
    record: RecordRepresentation,
    found: StoredRecord,
    column: Column,
    context: UiContext
): void {
    let holder = record;
    let at = found;
    for (const parent of column.parents) {
        const id = valueIn(at.row, parent.field.name);
        const next = id === null ? null : context.store.byId(String(id));
        if (next === null) {
            holder.fields[parent.name] = { value: null, displayValue: null };
            return;
        }
        const known = holder.fields[parent.name]?.value;
        const nested = isRecord(known) ? known : representation(next);
        const named = mayReadField(context.user, next.object.name, 'Name') ? next.row.Name : null;
        holder.fields[parent.name] = {
            value: nested,
            displayValue: (named ?? null) as string | null
        };
        holder = nested;
        at = next;
    }
    const value = column.read(found.row);
    holder.fields[column.field.name] = {
        value,
        displayValue: displayValue(column.field, value, context.locale)
    };
}

function isRecord(value: FieldRepresentation['value'] | undefined): value is RecordRepresentation {
    return typeof value === 'object' && value !== null;
}
