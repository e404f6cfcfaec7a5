import type { Program } from '../apex/program.ts';
import { openTransaction } from '../apex/run.ts';
import type { TriggerRows } from '../apex/triggers.ts';
import { ApexException } from '../apex/values.ts';
import type { SObjectType } from '../schema.ts';
import { SObjectRecord } from '../soql/record.ts';
import type { Row } from '../store.ts';
import { valueIn } from '../store.ts';
import type { FieldValue } from '../values.ts';
import type { RecordError } from './failure.ts';
import { checkField, fieldError } from './fieldChecks.ts';
import type { UiContext } from './getRecord.ts';

/** What a save needs beyond what a look does. */
export interface SaveContext extends UiContext {
    readonly program: Program;
}

/** What before triggers made of a row, or why it cannot be saved. */
export interface Triggered {
    readonly row: Row;
    readonly errors: readonly RecordError[];
}

/** The triggers of one save; static variables last for both of its halves, as in an org. */
export interface SaveTriggers {
    before(row: Row): Triggered;
    /** Why the row that was just stored cannot stay; it is then as it was. */
    after(row: Row): RecordError | null;
}

/**
 * Runs the package's `before update` and `after update` triggers on one record from their own source.
 * What the interpreter does not run, such as DML and jobs, is refused by its name.
 */
export function openTriggers(
    object: SObjectType,
    old: Row,
    now: number,
    context: SaveContext
): SaveTriggers {
    const { program, store, user } = context;
    const transaction = openTransaction({ program, store, user, now: () => now });
    const before = [recordOf(object, old, true)];

    function run(when: TriggerRows['when'], record: SObjectRecord): RecordError | null {
        const given: TriggerRows = { when, operation: 'update', rows: [record], before };
        for (const trigger of program.triggersOn(object.name)) {
            try {
                transaction.runTrigger(trigger, given);
            } catch (error) {
                if (error instanceof ApexException) return triggerError(trigger.name, when, error);
                throw error;
            }
        }
        return null;
    }

    return {
        before(row) {
            const record = recordOf(object, row, false);
            const failed = run('before', record);
            return failed === null
                ? rowOf(object, record, row, context)
                : { row, errors: [failed] };
        },
        after(row) {
            let kept = false;
            try {
                const failed = run('after', recordOf(object, row, true));
                kept = failed === null;
                return failed;
            } finally {
                if (!kept) store.replace(object, old);
            }
        }
    };
}

function recordOf(object: SObjectType, row: Row, isReadOnly: boolean): SObjectRecord {
    const record = new SObjectRecord(object.name);
    for (const { name, type } of object.fields.values()) record.set(name, type, valueIn(row, name));
    record.isReadOnly = isReadOnly;
    return record;
}

/** The row with what triggers changed, which the platform checks like what a person writes. */
function rowOf(
    object: SObjectType,
    record: SObjectRecord,
    row: Row,
    { store }: SaveContext
): Triggered {
    const next: { [field: string]: FieldValue } = { ...row };
    const errors: RecordError[] = [];
    for (const field of object.fields.values()) {
        const value = record.fields.get(field.name.toLowerCase())?.value ?? null;
        if (value === valueIn(row, field.name)) continue;
        const checked = checkField(field, value, store);
        if (checked.error) errors.push(checked.error);
        else next[field.name] = checked.value;
    }
    return { row: next, errors };
}

/** In the platform's words, which name the trigger. */
function triggerError(
    trigger: string,
    when: TriggerRows['when'],
    { typeName, message, isUserDefined, where }: ApexException
): RecordError {
    const event = when === 'before' ? 'BeforeUpdate' : 'AfterUpdate';
    const type = isUserDefined ? typeName : `System.${typeName}`;
    return fieldError(
        'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
        `${trigger}: execution of ${event}\n\ncaused by: ${type}: ${message}\n\n${where ?? ''}`,
        null
    );
}
