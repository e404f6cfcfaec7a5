import { mayEditField, mayEditObject, mayReadField } from '../access.ts';
import type { Program } from '../apex/program.ts';
import { runQueuedJobs } from '../apex/runJobs.ts';
import { newTransaction } from '../apex/run.ts';
import { notWriteable } from '../dml/prepare.ts';
import { runDml } from '../dml/run.ts';
import type { DmlError } from '../dml/types.ts';
import { noSuchColumn } from '../errors.ts';
import type { SObjectType } from '../schema.ts';
import { mayEditRow } from '../sharing.ts';
import { SObjectRecord } from '../soql/record.ts';
import type { StoredRecord } from '../store.ts';
import type { FieldValue } from '../values.ts';
import type { RecordError } from './failure.ts';
import { RequestFailure, badRequest, noAccess, notFound } from './failure.ts';
import type { RecordRepresentation, UiContext } from './getRecord.ts';
import { getRecord } from './getRecord.ts';

/** What a save needs beyond what a look does. */
export interface SaveContext extends UiContext {
    readonly program: Program;
}

/** What `updateRecord` of lightning/uiRecordApi is given. */
export interface RecordInput {
    readonly fields: { readonly [field: string]: unknown };
}

const REFUSED = 'An error occurred while trying to update the record. Please try again.';

/**
 * Writes fields of one record, as every save does: dml/run.ts. Access is the UI API's own matter, since it
 * answers in words of its own. Jobs that triggers queued run after it.
 *
 * @returns the record with the fields that were written
 * @throws RequestFailure and leaves the record as it was
 */
export function updateRecord(
    input: RecordInput,
    now: number,
    context: SaveContext
): RecordRepresentation {
    const { Id, ...fields } = input.fields;
    const { program, store, user, schema } = context;
    const found = typeof Id === 'string' ? store.byId(Id) : null;
    if (found === null || found.row.IsDeleted === true) throw notFound();
    const { object, row } = found;
    const mayEdit = mayEditRow(user, object, row, { schema, store });
    if (!mayEditObject(user, object.name) || !mayEdit) throw noAccess();
    const transaction = newTransaction({ program, store, user, now: () => now });
    const [result] = runDml(
        'update',
        [recordOf(found, fields, context)],
        { mode: 'system', allOrNone: true, source: 'ui' },
        transaction
    );
    if (result?.success !== true) throw rejected(object, result?.errors ?? []);
    runQueuedJobs(transaction);
    const written = Object.keys(fields).map((name) => `${object.name}.${name}`);
    return getRecord(String(row.Id), [], written, context);
}

function recordOf(
    { object, row }: StoredRecord,
    fields: object,
    context: UiContext
): SObjectRecord {
    const record = new SObjectRecord(object.name);
    record.set('Id', 'id', row.Id ?? null);
    const forbidden: string[] = [];
    for (const [name, given] of Object.entries(fields)) {
        const field = object.fields.get(name.toLowerCase());
        if (field === undefined || !mayReadField(context.user, object.name, field.name)) {
            throw badRequest('INVALID_FIELD', noSuchColumn(name, object.name, 'unknown').message);
        }
        if (field.readOnly || !mayEditField(context.user, object.name, field.name)) {
            forbidden.push(field.name);
        }
        record.set(field.name, field.type, given as FieldValue);
    }
    if (forbidden.length > 0) throw rejected(object, [{ ...notWriteable(forbidden), fields: [] }]);
    return record;
}

/** Errors of a field stand beside it, all others on top. */
function rejected(object: SObjectType, found: readonly DmlError[]): RequestFailure {
    const fieldErrors: { [field: string]: RecordError[] } = {};
    const errors: RecordError[] = [];
    for (const { code, message, fields } of found) {
        const field = object.fields.get(fields[0]?.toLowerCase() ?? '') ?? null;
        const error: RecordError = {
            errorCode: code,
            message,
            field: field?.name ?? null,
            fieldLabel: field?.label ?? null,
            constituentField: null,
            duplicateRecordError: null
        };
        if (field === null) errors.push(error);
        else (fieldErrors[field.name] ??= []).push(error);
    }
    return new RequestFailure(400, 'Bad Request', {
        message: REFUSED,
        statusCode: 400,
        enhancedErrorType: 'RecordError',
        output: { errors, fieldErrors }
    });
}
