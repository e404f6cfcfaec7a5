import { SandboxRefusal } from '../errors.ts';
import { id18, isId } from '../ids.ts';
import { SObjectRecord } from '../soql/record.ts';
import { CalendarDate, Timestamp } from '../values.ts';
import { ApexTimeZone } from './timeZone.ts';
import { ApexException, ApexMap, ApexObject, ApexSet, QueryRows } from './values.ts';

/**
 * A value as a variable of this type takes it: text becomes an id, a query its only row.
 *
 * @throws ApexException as the platform does when it does not fit
 */
export function coerce(type: string, value: unknown): unknown {
    if (value === null || value === undefined) return null;
    if (type === 'id' || type === 'system.id') return toId(value);
    if (value instanceof QueryRows && !isCollection(type) && type !== 'object') {
        if (value.length === 1) return value[0];
        const many = 'List has more than 1 row for assignment to SObject';
        const none = 'List has no rows for assignment to SObject';
        throw new ApexException('QueryException', value.length === 0 ? none : many);
    }
    if (type === 'integer' && typeof value === 'number' && value !== (value | 0)) {
        throw new SandboxRefusal(`an Integer of ${value}`);
    }
    if (type === 'datetime' && value instanceof CalendarDate) {
        throw new SandboxRefusal('a Date where a Datetime is expected');
    }
    return value;
}

function isCollection(type: string): boolean {
    return type.startsWith('list<') || type.endsWith('[]') || type.startsWith('iterable<');
}

function toId(value: unknown): unknown {
    if (typeof value === 'string' && isId(value)) return id18(value.slice(0, 15));
    throw new ApexException('StringException', `Invalid id: ${String(value)}`);
}

/** A cast: the value itself, or the platform's TypeException. */
export function cast(type: string, value: unknown): unknown {
    if (value === null) return null;
    const coerced = coerce(type, value);
    if (isA(type, coerced)) return coerced;
    const from = runtimeType(value);
    throw new ApexException(
        'TypeException',
        `Invalid conversion from runtime type ${from} to ${type}`
    );
}

const SCALARS: { readonly [type: string]: (value: unknown) => boolean } = {
    object: () => true,
    string: (value) => typeof value === 'string',
    id: (value) => typeof value === 'string' && isId(value),
    boolean: (value) => typeof value === 'boolean',
    integer: (value) => Number.isInteger(value),
    long: (value) => Number.isInteger(value),
    decimal: (value) => typeof value === 'number',
    double: (value) => typeof value === 'number',
    date: (value) => value instanceof CalendarDate,
    datetime: (value) => value instanceof Timestamp,
    sobject: (value) => value instanceof SObjectRecord
};

/** Whether a value, not null, is of a type; elements of a collection are not looked at. */
export function isA(type: string, value: unknown): boolean {
    const scalar = SCALARS[type];
    if (scalar) return scalar(value);
    if (isCollection(type)) return Array.isArray(value);
    if (type.startsWith('set<')) return value instanceof ApexSet;
    if (type.startsWith('map<')) return value instanceof ApexMap;
    if (value instanceof SObjectRecord) return value.objectName.toLowerCase() === type;
    if (value instanceof ApexException) return catches(type, value);
    if (value instanceof ApexObject) {
        return value.definition.name.toLowerCase() === type.split('.').pop();
    }
    return false;
}

/** Whether a catch clause for this type takes the exception. */
export function catches(type: string, thrown: ApexException): boolean {
    const name = type.toLowerCase().replace(/^system\./, '');
    return name === 'exception' || name.split('.').pop() === thrown.typeName.toLowerCase();
}

/** The name of a value's type, for messages and to choose its methods. */
export function runtimeType(value: unknown): string {
    if (typeof value === 'string') return 'String';
    if (typeof value === 'boolean') return 'Boolean';
    if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Decimal';
    if (Array.isArray(value)) return 'List';
    if (value instanceof ApexSet) return 'Set';
    if (value instanceof ApexMap) return 'Map';
    if (value instanceof CalendarDate) return 'Date';
    if (value instanceof Timestamp) return 'Datetime';
    if (value instanceof SObjectRecord) return 'SObject';
    if (value instanceof ApexTimeZone) return 'TimeZone';
    if (value instanceof ApexException) return 'Exception';
    if (value instanceof ApexObject) return value.definition.name;
    return (value as object).constructor.name;
}
