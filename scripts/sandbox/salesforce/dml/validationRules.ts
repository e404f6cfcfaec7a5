import sformula from 'sformula';
import { SandboxRefusal } from '../errors.ts';
import type { Field, SObjectType, ValidationRule } from '../schema.ts';
import type { Row } from '../store.ts';
import type { FieldType } from '../values.ts';
import { fieldError } from './fieldChecks.ts';
import type { DmlError } from './types.ts';

type InputType = Parameters<typeof sformula.parseSync>[1] extends infer Options
    ? Options extends { inputTypes?: infer Types }
        ? NonNullable<Types>[keyof NonNullable<Types>]
        : never
    : never;

const TYPES: { readonly [type in FieldType]: string } = {
    id: 'id',
    string: 'string',
    textarea: 'string',
    picklist: 'picklist',
    multipicklist: 'multipicklist',
    boolean: 'boolean',
    integer: 'number',
    double: 'number',
    date: 'date',
    datetime: 'datetime',
    idlist: 'string',
    any: 'any'
};

/** Formulas that would read a clock of their own, which the sandbox's org has not. */
const CLOCK = /\b(?:NOW|TODAY|TIMENOW)\s*\(/i;

/** What a formula asks of the save rather than of the row: `sformula` knows none of it. */
const OF_THE_SAVE = /\b(?:(ISNEW)\(\)|ISCHANGED\(\s*(\w+)\s*\))|\$Permission\.(\w+)/gi;

/** A row on its way to being saved. */
export interface Save {
    readonly row: Row;
    /** What the row was; null for a new one. */
    readonly before: Row | null;
    /** The custom permissions of the user who saves. */
    readonly customPermissions: readonly string[];
}

/**
 * The errors of the object's active validation rules that this save breaks.
 *
 * @throws SandboxRefusal for a formula that cannot be evaluated here
 */
export function brokenRules(object: SObjectType, save: Save): DmlError[] {
    const broken = object.validationRules.filter((rule) => isBroken(rule, object, save));
    return broken.map((rule) => {
        const field = object.fields.get((rule.displayField ?? '').toLowerCase()) ?? null;
        return fieldError('FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.message, field);
    });
}

/**
 * Whether a save breaks a rule.
 *
 * @throws SandboxRefusal for a formula that cannot be evaluated here
 */
export function isBroken(rule: ValidationRule, object: SObjectType, save: Save): boolean {
    const { formula, fields, changed, permissions } = compiled(rule, object);
    const values: { [field: string]: unknown } = {};
    for (const field of fields) {
        // An empty picklist equals the empty text in a formula.
        values[field.name] = save.row[field.name] ?? (field.picklist ? '' : null);
    }
    for (const field of changed) values[`Changed_${field}`] = isChanged(save, field);
    for (const name of permissions) {
        values[`Permission_${name}`] = save.customPermissions.includes(name);
    }
    values[IS_NEW] = save.before === null;
    return refusing(rule, object, () => formula.evaluate(values) === true);
}

/** A rule's formula, parsed, and what it asks for. */
interface Compiled {
    readonly formula: ReturnType<typeof sformula.parseSync>;
    readonly fields: readonly Field[];
    readonly changed: ReadonlySet<string>;
    readonly permissions: ReadonlySet<string>;
}

const IS_NEW = 'IsNewRecord';
const COMPILED = new WeakMap<SObjectType, Map<ValidationRule, Compiled>>();

/** Parsed once for each object: an org saves thousands of rows. */
function compiled(rule: ValidationRule, object: SObjectType): Compiled {
    const known = COMPILED.get(object) ?? new Map<ValidationRule, Compiled>();
    COMPILED.set(object, known);
    const found = known.get(rule) ?? compile(rule, object);
    known.set(rule, found);
    return found;
}

function compile(rule: ValidationRule, object: SObjectType): Compiled {
    if (CLOCK.test(rule.formula)) {
        throw new SandboxRefusal('a formula that asks the time', `${object.name}.${rule.name}`);
    }
    const changed = new Set<string>();
    const permissions = new Set<string>();
    const inputTypes: { [field: string]: InputType } = { [IS_NEW]: { type: 'boolean' } };
    const text = rule.formula.replace(
        OF_THE_SAVE,
        (_, isNew?: string, field?: string, permission?: string) => {
            if (isNew !== undefined) return IS_NEW;
            const name = field === undefined ? `Permission_${permission}` : `Changed_${field}`;
            if (field !== undefined) changed.add(field);
            if (permission !== undefined) permissions.add(permission);
            inputTypes[name] = { type: 'boolean' };
            return name;
        }
    );
    const words = new Set(text.match(/\w+/g));
    const fields = [...object.fields.values()].filter(({ name }) => words.has(name));
    for (const field of fields) inputTypes[field.name] = inputType(field);
    const formula = refusing(rule, object, () =>
        sformula.parseSync(text, { inputTypes, returnType: 'boolean' })
    );
    return { formula, fields, changed, permissions };
}

function refusing<T>(rule: ValidationRule, object: SObjectType, run: () => T): T {
    try {
        return run();
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const where = `${object.name}.${rule.name}`;
        throw new SandboxRefusal(`the formula of a validation rule: ${reason}`, where);
    }
}

/** False for a new row, as on the platform. */
function isChanged({ row, before }: Save, field: string): boolean {
    return before !== null && (row[field] ?? null) !== (before[field] ?? null);
}

function inputType(field: Field): InputType {
    if (field.picklist) {
        return { type: 'picklist', picklistValues: [...field.picklist.values] } as InputType;
    }
    return { type: TYPES[field.type] } as InputType;
}
