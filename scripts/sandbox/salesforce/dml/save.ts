import { customPermissionsOf } from '../access.ts';
import type { Transaction } from '../apex/program.ts';
import { instantText } from '../values.ts';
import type { FieldValue } from '../values.ts';
import { activityRows, countNames, eventErrors } from './activities.ts';
import { countMembers, memberErrors, memberStatuses } from './campaigns.ts';
import { derivedRow } from './derived.ts';
import { duplicateErrors } from './duplicates.ts';
import { emailRows } from './emails.ts';
import { writeHistory } from './history.ts';
import type { DmlContext, Pending } from './pending.ts';
import { isSound } from './pending.ts';
import { isPerson, keepPersonContact, personErrors } from './personAccounts.ts';
import { rowsOf } from './rows.ts';
import { setupErrors } from './setupChecks.ts';
import { systemErrors, uniqueErrors } from './systemChecks.ts';
import { runAfter, runBefore } from './triggers.ts';
import { brokenRules } from './validationRules.ts';

/**
 * Takes up to 200 prepared records of one object through the platform's order of execution: before
 * triggers, the platform's own checks, validation rules, duplicate rules, the save, after triggers and
 * field history. What stops a record stands in its `errors`; the caller takes back what was written.
 */
export function saveBatch(
    operation: 'insert' | 'update',
    batch: readonly Pending[],
    context: DmlContext
): void {
    const { transaction } = context;
    runBefore(operation, batch, context);
    for (const pending of batch.filter(isSound)) complete(pending, context);
    check(batch, (pending) => systemErrors(pending, transaction));
    check(batch, (pending) => personErrors(pending, transaction));
    check(batch, eventErrors);
    check(batch, ({ object, row, before }) =>
        brokenRules(object, {
            row,
            before,
            customPermissions: customPermissionsOf(transaction.user)
        })
    );
    check(batch, (pending) => duplicateErrors(pending, context));
    // One after the other: two records of a statement may want the same value, or the last licence.
    for (const pending of batch.filter(isSound)) {
        pending.errors.push(
            ...uniqueErrors(pending, transaction),
            ...setupErrors(pending, transaction),
            ...memberErrors(pending, transaction)
        );
        if (isSound(pending)) store(pending, context);
    }
    runAfter(operation, batch, context);
    for (const pending of batch.filter(isSound)) afterSave(pending, context);
    emailRows(batch.filter(isSound), context);
}

function check(batch: readonly Pending[], errorsOf: (pending: Pending) => Pending['errors']): void {
    for (const pending of batch.filter(isSound)) pending.errors.push(...errorsOf(pending));
}

/** What the platform itself writes into the row. */
function complete(pending: Pending, { transaction }: DmlContext): void {
    const { object, before } = pending;
    const now = instantText(new Date(transaction.now()).toISOString());
    const row: { [field: string]: FieldValue } = { ...pending.row };
    const set = (field: string, value: FieldValue): void => {
        if (object.fields.has(field.toLowerCase())) row[field] = value;
    };
    if (before === null) {
        set('CreatedDate', row.CreatedDate ?? now);
        set('CreatedById', transaction.user.id);
        if ((row.OwnerId ?? null) === null) set('OwnerId', transaction.user.id);
    }
    set('LastModifiedDate', now);
    set('LastModifiedById', transaction.user.id);
    set('SystemModstamp', now);
    if (isPerson(object, row, transaction)) row.IsPersonAccount = true;
    pending.row = derivedRow(object, row, before, String(now), (name) => rowsOf(name, transaction));
}

function store(pending: Pending, { transaction }: DmlContext): void {
    const { object, before } = pending;
    if (before === null) {
        const id = transaction.store.nextId(object);
        const row = { ...pending.row, Id: id };
        const number = object.autoNumber;
        pending.row = number === null ? row : { ...row, Name: counted(number, id) };
        pending.record.set('Id', 'id', id);
    }
    transaction.store.replace(object, pending.row);
    keepPersonContact(pending, transaction);
}

/** The next name of an object whose records are numbered: its id counts them already. */
function counted(format: string, id: string): string {
    const n = Number(id.slice('a0A'.length, 'a0A'.length + 'nnnnnnnnnnnn'.length));
    return format.replace(/\{(0+)\}/, (_, zeros: string) => String(n).padStart(zeros.length, '0'));
}

function afterSave(pending: Pending, { transaction, options }: DmlContext): void {
    activityRows(pending, transaction);
    countNames(pending, transaction);
    memberStatuses(pending, transaction);
    countMembers(pending, transaction);
    // In a test the platform keeps no field history.
    if (!transaction.isTest) {
        writeHistory(pending, transaction, options.acceptsOwnership ? 'ownerAccepted' : 'Owner');
    }
    if (options.useAssignmentRule) assign(pending, transaction);
}

/** The org's rule has the last word on a new lead's owner; no trigger hears of it. */
function assign(pending: Pending, transaction: Transaction): void {
    const { object, before, row } = pending;
    const { store } = transaction;
    const assignee = store.setup.leadAssignee;
    if (object.name !== 'Lead' || before !== null || assignee === null) return;
    pending.row = { ...row, OwnerId: assignee };
    store.replace(object, pending.row);
    if (transaction.isTest) return;
    writeHistory({ ...pending, before: row }, transaction, 'ownerAssignment');
}
