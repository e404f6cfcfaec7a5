import type { TriggerDefinition, TriggerRows } from '../apex/triggers.ts';
import { runTrigger } from '../apex/triggers.ts';
import { isCatchable } from '../apex/statements.ts';
import { ApexException } from '../apex/values.ts';
import type { SObjectRecord } from '../soql/record.ts';
import { valueIn } from '../store.ts';
import type { FieldValue } from '../values.ts';
import { checkField, fieldError } from './fieldChecks.ts';
import type { DmlContext, Pending } from './pending.ts';
import { isSound, recordOf } from './pending.ts';
import type { DmlError } from './types.ts';

/** How many triggers may run within each other. */
const DEEPEST = 16;

type When = TriggerRows['when'];
type Operation = TriggerRows['operation'];

/** Runs before triggers; what they wrote is in the pending rows then, checked like what a person writes. */
export function runBefore(
    operation: Operation,
    all: readonly Pending[],
    context: DmlContext
): void {
    const rows = all.filter(isSound);
    if (rows.length === 0) return;
    const records = rows.map(({ object, row }) => recordOf(object, row, operation === 'delete'));
    run('before', operation, rows, records, context);
    if (operation === 'delete') return;
    rows.forEach((pending, i) => takeOver(pending, records[i] as SObjectRecord, context));
}

/** Runs after triggers on rows as they were saved. */
export function runAfter(operation: Operation, all: readonly Pending[], context: DmlContext): void {
    const rows = all.filter(isSound);
    if (rows.length === 0) return;
    const records = rows.map(({ object, row }) => recordOf(object, row, true));
    run('after', operation, rows, records, context);
}

function run(
    when: When,
    operation: Operation,
    rows: readonly Pending[],
    records: readonly SObjectRecord[],
    { transaction }: DmlContext
): void {
    const { object } = rows[0] as Pending;
    const triggers = transaction.program
        .triggersOn(object.name)
        .filter(({ events }) => events.includes(when + operation));
    if (triggers.length === 0) return;
    const old = rows.flatMap(({ before }) =>
        before === null ? [] : [recordOf(object, before, true)]
    );
    // After a deletion there is only what was.
    const given: TriggerRows = {
        when,
        operation,
        rows: operation === 'delete' ? [] : records,
        before: operation === 'update' || operation === 'delete' ? old : null
    };
    const marked = operation === 'delete' ? old : records;
    const outer = transaction.trigger;
    for (const trigger of triggers) {
        try {
            if (transaction.triggerDepth >= DEEPEST) throw tooDeep(trigger.name);
            runTrigger(trigger, given, transaction);
        } catch (error) {
            // A limit that is used up, or an assertion that failed, ends the whole transaction.
            if (!isCatchable(error)) throw error;
            const failed = triggerError(trigger, when, operation, error);
            for (const pending of rows) pending.errors.push(failed);
            break;
        } finally {
            transaction.trigger = outer;
        }
    }
    rows.forEach((pending, i) => {
        for (const { message, field } of marked[i]?.errors ?? []) {
            const known = field === null ? undefined : object.fields.get(field.toLowerCase());
            pending.errors.push(
                fieldError('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, known ?? null)
            );
        }
    });
}

function takeOver(pending: Pending, record: SObjectRecord, { transaction }: DmlContext): void {
    const { object, row, errors } = pending;
    const next: { [field: string]: FieldValue } = { ...row };
    for (const field of object.fields.values()) {
        const value = (record.fields.get(field.name.toLowerCase())?.value ?? null) as FieldValue;
        if (value === valueIn(row, field.name)) continue;
        const checked = checkField(object, field, value, transaction.store);
        if (checked.error) errors.push(checked.error);
        else next[field.name] = checked.value;
    }
    pending.row = next;
}

function tooDeep(trigger: string): ApexException {
    return new ApexException('DmlException', `Maximum trigger depth exceeded: ${trigger}`);
}

/** In the platform's words, which name the trigger. */
function triggerError(
    trigger: TriggerDefinition,
    when: When,
    operation: Operation,
    { typeName, message, isUserDefined, where }: ApexException
): DmlError {
    const event = capital(when) + capital(operation);
    const type = isUserDefined ? typeName : `System.${typeName}`;
    return fieldError(
        'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
        `${trigger.name}: execution of ${event}\n\ncaused by: ${type}: ${message}\n\n${where ?? ''}`,
        null
    );
}

function capital(word: string): string {
    return word.charAt(0).toUpperCase() + word.slice(1);
}
