import { mayEditField, mayEditObject, mayReadField } from '../access.ts';
import { noSuchColumn } from '../errors.ts';
import { withDerived } from '../seed.ts';
import type { Row, StoredRecord } from '../store.ts';
import type { FieldValue } from '../values.ts';
import { instantText } from '../values.ts';
import type { RecordError } from './failure.ts';
import { RequestFailure, badRequest, noAccess, notFound } from './failure.ts';
import { checkField, fieldError } from './fieldChecks.ts';
import type { RecordRepresentation, UiContext } from './getRecord.ts';
import { getRecord } from './getRecord.ts';
import { writeHistory } from './history.ts';
import type { SaveContext } from './triggers.ts';
import { openTriggers } from './triggers.ts';
import { brokenRules } from './validationRules.ts';

/** What `updateRecord` of lightning/uiRecordApi is given. */
export interface RecordInput {
    readonly fields: { readonly [field: string]: unknown };
}

const REFUSED = 'An error occurred while trying to update the record. Please try again.';

/**
 * Writes fields of one record, in the platform's order: access, types and lengths, restricted values;
 * before triggers; what they wrote checked likewise, and the package's validation rules; after
 * triggers; field history.
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
    const found = typeof Id === 'string' ? context.store.byId(Id) : null;
    if (found === null || found.row.IsDeleted === true) throw notFound();
    const { object, row } = found;
    if (!mayEditObject(context.user, object.name)) throw noAccess();
    const triggers = openTriggers(object, row, now, context);
    const { row: after, errors } = triggers.before(changedRow(found, fields, context));
    if (errors.length > 0) throw rejected(errors);
    const stamp = instantText(new Date(now).toISOString());
    const next = withDerived(object, {
        ...after,
        LastModifiedDate: stamp,
        LastModifiedById: context.user.id,
        SystemModstamp: stamp
    });
    const broken = brokenRules(object, {
        row: next,
        before: row,
        customPermissions: context.user.customPermissions ?? []
    });
    if (broken.length > 0) throw rejected(broken);
    context.store.replace(object, next);
    const failed = triggers.after(next);
    if (failed !== null) throw rejected([failed]);
    writeHistory(object, row, next, context.user.id, context.schema, context.store);
    const written = Object.keys(fields).map((name) => `${object.name}.${name}`);
    return getRecord(String(row.Id), [], written, context);
}

function changedRow({ object, row }: StoredRecord, fields: object, context: UiContext): Row {
    const next: { [field: string]: FieldValue } = { ...row };
    const errors: RecordError[] = [];
    const forbidden: string[] = [];
    for (const [name, given] of Object.entries(fields)) {
        const field = object.fields.get(name.toLowerCase());
        if (field === undefined || !mayReadField(context.user, object.name, field.name)) {
            throw badRequest('INVALID_FIELD', noSuchColumn(name, object.name, 'unknown').message);
        }
        if (field.readOnly || !mayEditField(context.user, object.name, field.name)) {
            forbidden.push(field.name);
            continue;
        }
        const checked = checkField(field, given, context.store);
        if (checked.error) errors.push(checked.error);
        else next[field.name] = checked.value;
    }
    if (forbidden.length > 0) {
        const message =
            `Unable to create/update fields: ${forbidden.join(', ')}. Please check the security ` +
            'settings of this field and verify that it is read/write for your profile or ' +
            'permission set.';
        throw rejected([fieldError('INVALID_FIELD_FOR_INSERT_UPDATE', message, null)]);
    }
    if (errors.length > 0) throw rejected(errors);
    return next;
}

/** Errors of a field stand beside it, all others on top. */
function rejected(found: readonly RecordError[]): RequestFailure {
    const fieldErrors: { [field: string]: RecordError[] } = {};
    for (const error of found) {
        if (error.field !== null) (fieldErrors[error.field] ??= []).push(error);
    }
    const errors = found.filter((error) => error.field === null);
    return new RequestFailure(400, 'Bad Request', {
        message: REFUSED,
        statusCode: 400,
        enhancedErrorType: 'RecordError',
        output: { errors, fieldErrors }
    });
}
