import type { StatementContext } from '@apexdevtools/apex-parser';
import { ApexParserFactory } from '@apexdevtools/apex-parser';
import { PackageError, SandboxRefusal } from '../errors.ts';
import type { SObjectRecord } from '../soql/record.ts';
import { newFrame } from './invoke.ts';
import type { Program, Transaction } from './program.ts';
import type { ClassDefinition } from './source.ts';
import { FirstError } from './source.ts';
import type { Execute } from './statements.ts';
import { statements } from './statements.ts';
import { ApexMap } from './values.ts';

/** When a trigger runs: before the rows are saved, or after; deletions are not among the sandbox's. */
export interface TriggerEvent {
    readonly when: 'before' | 'after';
    readonly operation: 'insert' | 'update';
}

/** What a trigger is given: the rows as they will be and, unless they are new, as they were. */
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
    const owner: ClassDefinition = {
        name,
        file,
        outer: null,
        superType: null,
        fields: new Map(),
        methods: new Map(),
        constructors: [],
        inner: new Map()
    };
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

const bodies = new WeakMap<TriggerDefinition, Execute>();

/** Runs one trigger, if it is one for this event; in a before trigger it may change the rows. */
export function runTrigger(
    trigger: TriggerDefinition,
    given: TriggerRows,
    transaction: Transaction
): void {
    if (!trigger.events.includes(given.when + given.operation)) return;
    transaction.trigger = given;
    bodyOf(trigger, transaction.program)(newFrame(transaction, null));
    transaction.trigger = null;
}

function bodyOf(trigger: TriggerDefinition, program: Program): Execute {
    const known = bodies.get(trigger);
    if (known !== undefined) return known;
    const locals = new Map<string, string>();
    const scope = { program, owner: trigger.owner, isStatic: true, locals };
    const body = statements(trigger.body, scope);
    bodies.set(trigger, body);
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
        case 'isundelete':
            return false;
        case 'new':
            return given?.rows ?? null;
        case 'old':
            return given?.before ?? null;
        case 'size':
            return given?.rows.length ?? null;
        // Rows that are about to be inserted have no ids yet.
        case 'newmap':
            return given?.when === 'before' && given.operation === 'insert'
                ? null
                : byId(given?.rows ?? null);
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
