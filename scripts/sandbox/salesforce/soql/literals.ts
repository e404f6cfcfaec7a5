import type { LiteralType } from '@jetstreamapp/soql-parser-js';
import { QueryError, SandboxRefusal } from '../errors.ts';
import type { Field } from '../schema.ts';
import type { Comparable, FieldType, FieldValue } from '../values.ts';
import { CalendarDate, Timestamp, comparable } from '../values.ts';
import { SObjectRecord } from './record.ts';

const ESCAPES: { readonly [letter: string]: string } = {
    n: '\n',
    r: '\r',
    t: '\t',
    b: '\b',
    f: '\f'
};
const TEXTUAL: readonly FieldType[] = ['id', 'string', 'textarea', 'picklist', 'multipicklist'];
const NUMERIC: readonly FieldType[] = ['integer', 'double'];

/** A literal as the query writes it, read as a value of this field. */
export function literalValue(field: Field, text: string, type: LiteralType): Comparable {
    switch (type) {
        case 'NULL':
            return null;
        case 'STRING':
            return fitting(field, TEXTUAL, unescape(text.slice(1, -1)));
        case 'INTEGER':
        case 'DECIMAL':
            return fitting(field, NUMERIC, Number(text));
        case 'BOOLEAN':
            return fitting(field, ['boolean'], text.toLowerCase() === 'true');
        case 'DATE':
            return fitting(field, ['date'], text);
        case 'DATETIME':
            return fitting(field, ['datetime'], text);
        default:
            throw new SandboxRefusal(`the literal ${text}`);
    }
}

/** A bound Apex value, read as a value of this field. */
export function boundValue(field: Field, value: unknown): Comparable {
    if (value === null) return null;
    if (value instanceof CalendarDate) return fitting(field, ['date'], value.iso);
    if (value instanceof Timestamp) return fitting(field, ['datetime'], value.iso);
    if (value instanceof SObjectRecord) {
        return fitting(field, ['id'], (value.fields.get('id')?.value ?? null) as FieldValue);
    }
    if (typeof value === 'string') return fitting(field, TEXTUAL, value);
    if (typeof value === 'number') return fitting(field, NUMERIC, value);
    if (typeof value === 'boolean') return fitting(field, ['boolean'], value);
    throw new SandboxRefusal(`a bind of this type in a filter on ${field.name}`);
}

function fitting(field: Field, allowed: readonly FieldType[], value: FieldValue): Comparable {
    if (!allowed.includes(field.type)) {
        throw new QueryError(
            'malformed',
            `value of filter criterion for field '${field.name}' must be of type ${field.type}`
        );
    }
    return comparable(field.type, value);
}

/** The text of a string literal. `\%` and `\_` stay, for LIKE to tell them from its wildcards. */
function unescape(text: string): string {
    return text.replace(/\\(.)/g, (whole, letter: string) =>
        letter === '%' || letter === '_' ? whole : (ESCAPES[letter] ?? letter)
    );
}

/** A LIKE pattern: `%` is any text, `_` any one character, without regard to case. */
export function likePattern(pattern: string): RegExp {
    const source = pattern.replace(
        /\\([%_])|([%_])|([\\^$.*+?()[\]{}|])/g,
        (_, literal, wild, odd) =>
            literal ? literal : wild ? (wild === '%' ? '.*' : '.') : `\\${odd}`
    );
    return new RegExp(`^${source}$`, 'is');
}
