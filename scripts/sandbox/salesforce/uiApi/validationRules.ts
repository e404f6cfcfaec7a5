import sformula from 'sformula';
import { SandboxRefusal } from '../errors.ts';
import type { Field, SObjectType, ValidationRule } from '../schema.ts';
import type { Row } from '../store.ts';
import type { FieldType } from '../values.ts';
import type { RecordError } from './failure.ts';
import { fieldError } from './fieldChecks.ts';

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
    any: 'any'
};

/** Formulas that would read a clock of their own, which the sandbox's org has not. */
const CLOCK = /\b(?:NOW|TODAY|TIMENOW)\s*\(/i;

/**
 * The errors of the object's active validation rules that this row breaks.
 *
 * @throws SandboxRefusal for a formula that cannot be evaluated here
 */
export function brokenRules(object: SObjectType, row: Row): RecordError[] {
    const broken = object.validationRules.filter((rule) => isBroken(rule, object, row));
    return broken.map((rule) => {
        const field = object.fields.get((rule.displayField ?? '').toLowerCase()) ?? null;
        return fieldError('FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.message, field);
    });
}

function isBroken(rule: ValidationRule, object: SObjectType, row: Row): boolean {
    const where = `${object.name}.${rule.name}`;
    if (CLOCK.test(rule.formula)) throw new SandboxRefusal('a formula that asks the time', where);
    const inputTypes: { [field: string]: InputType } = {};
    const values: { [field: string]: unknown } = {};
    for (const field of object.fields.values()) {
        inputTypes[field.name] = inputType(field);
        // An empty picklist equals the empty text in a formula.
        values[field.name] = row[field.name] ?? (field.picklist ? '' : null);
    }
    try {
        const formula = sformula.parseSync(rule.formula, { inputTypes, returnType: 'boolean' });
        return formula.evaluate(values) === true;
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new SandboxRefusal(`the formula of a validation rule: ${reason}`, where);
    }
}

function inputType(field: Field): InputType {
    if (field.picklist) {
        return { type: 'picklist', picklistValues: [...field.picklist.values] } as InputType;
    }
    return { type: TYPES[field.type] } as InputType;
}
