import type { StatementContext } from '@apexdevtools/apex-parser';
import { ApexParserFactory } from '@apexdevtools/apex-parser';
import { PackageError, SandboxRefusal } from '../errors.ts';
import type { SObjectRecord } from '../soql/record.ts';
import { leave, newFrame } from './frames.ts';
import type { Program, Transaction } from './program.ts';
import { newScope } from './program.ts';
import type { ClassDefinition } from './source.ts';
import { FirstError, emptyClass } from './source.ts';
import type { Execute } from './statements.ts';
import { statements } from './statements.ts';
import { ApexMap, EnumConstant } from './values.ts';

/** When a trigger runs: before the rows are saved, or after. */
export interface TriggerEvent {
    readonly when: 'before' | 'after';
    readonly operation: 'insert' | 'update' | 'delete' | 'undelete';
}

/**
 * What a trigger is given: the rows as they will be and, unless they are new, as they were. Of rows that are
 * deleted, `rows` holds them as they were, too; Apex sees them as `Trigger.old` alone.
 */
export interface TriggerRows extends TriggerEvent {
    readonly rows: readonly SObjectRecord[];
    readonly before: readonly SObjectRecord[] | null;
}

/** A trigger of the package. */
export interface TriggerDefinition {
    readonly name: string;
    /** API name of its object, as written. */
    readonly object: string;
    /** Such as `beforeupdate`. */
    readonly events: readonly string[];
    readonly body: readonly StatementContext[];
    /** Where its code stands: a trigger has no members of its own here. */
    readonly owner: ClassDefinition;
}

export function readTrigger(file: string, source: string): TriggerDefinition {
    const errors = new FirstError();
    const { parser } = ApexParserFactory.createLexerAndParser(source, errors);
    const unit = parser.triggerUnit();
    if (errors.found !== null) throw new PackageError(`${file}:${errors.found}`);
    const [name = '', object = ''] = unit.id_list().map((id) => id.getText());
    const owner = emptyClass(name, file);
    triggerObjects.set(owner, object);
    const body = unit
        .triggerBlock()
        .triggerBlockMember_list()
        .map((member) => {
            if (member.statement()) return member.statement();
            throw new SandboxRefusal('a member of a trigger', `${file}:${member.start.line}`);
        });
    const events = unit.triggerCase_list().map((event) => event.getText().toLowerCase());
    return { name, object, events, body, owner };
}

const triggerObjects = new WeakMap<ClassDefinition, string>();

/** The object of the trigger in which code stands; null for a class. */
export function triggerObjectOf(owner: ClassDefinition): string | null {
    return triggerObjects.get(owner) ?? null;
}

/**
 * Runs one trigger, if it is one for this event; in a before trigger it may change the rows. How deep
 * triggers may cause each other, is the save's to say.
 */
export function runTrigger(
    trigger: TriggerDefinition,
    given: TriggerRows,
    transaction: Transaction
): void {
    if (!trigger.events.includes(given.when + given.operation)) return;
    const { trigger: outer, triggerDepth, isSharing } = transaction;
    const execute = bodyOf(trigger, transaction.program);
    transaction.trigger = given;
    transaction.triggerDepth += 1;
    transaction.isSharing = false;
    try {
        const frame = newFrame(transaction, null, trigger.name, trigger.owner.file);
        leave(frame, () => execute(frame));
    } finally {
        Object.assign(transaction, { trigger: outer, triggerDepth, isSharing });
    }
}

function bodyOf(trigger: TriggerDefinition, program: Program): Execute {
    const known = program.compiled.get(trigger);
    if (known !== undefined) return known;
    const body = statements(trigger.body, newScope(program, trigger.owner, true));
    program.compiled.set(trigger, body);
    return body;
}

/** `Trigger.new` and its like; outside a trigger they are null and false. */
export function triggerVariable(name: string, given: TriggerRows | null): unknown {
    switch (name.toLowerCase()) {
        case 'isexecuting':
            return given !== null;
        case 'isbefore':
            return given?.when === 'before';
        case 'isafter':
            return given?.when === 'after';
        case 'isinsert':
            return given?.operation === 'insert';
        case 'isupdate':
            return given?.operation === 'update';
        case 'isdelete':
            return given?.operation === 'delete';
        case 'isundelete':
            return given?.operation === 'undelete';
        case 'operationtype':
            return given && new EnumConstant(`${given.when}_${given.operation}`.toUpperCase());
        case 'new':
            return given?.operation === 'delete' ? null : (given?.rows ?? null);
        case 'old':
            return given?.before ?? null;
        case 'size':
            return given?.rows.length ?? null;
        // Rows that are about to be inserted have no ids yet.
        case 'newmap':
            if (given?.when === 'before' && given.operation === 'insert') return null;
            return given?.operation === 'delete' ? null : byId(given?.rows ?? null);
        case 'oldmap':
            return byId(given?.before ?? null);
        default:
            throw new SandboxRefusal(`Trigger.${name}`);
    }
}

function byId(rows: readonly SObjectRecord[] | null): ApexMap | null {
    if (rows === null) return null;
    const map = new ApexMap();
    for (const row of rows) map.set(row.fields.get('id')?.value, row);
    return map;
}
