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
    const where = `${object.name}.${rule.name}`;
    if (CLOCK.test(rule.formula)) throw new SandboxRefusal('a formula that asks the time', where);
    const inputTypes: { [field: string]: InputType } = {};
    const values: { [field: string]: unknown } = {};
    for (const field of object.fields.values()) {
        inputTypes[field.name] = inputType(field);
        // An empty picklist equals the empty text in a formula.
        values[field.name] = save.row[field.name] ?? (field.picklist ? '' : null);
    }
    const text = rule.formula.replace(
        OF_THE_SAVE,
        (_, isNew?: string, changed?: string, permission?: string) => {
            const name = isNew ?? (changed ? `Changed_${changed}` : `Permission_${permission}`);
            inputTypes[name] = { type: 'boolean' };
            values[name] = changed
                ? isChanged(save, changed)
                : permission
                  ? save.customPermissions.includes(permission)
                  : save.before === null;
            return name;
        }
    );
    try {
        const formula = sformula.parseSync(text, { inputTypes, returnType: 'boolean' });
        return formula.evaluate(values) === true;
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
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
