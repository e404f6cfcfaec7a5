import { createHash } from 'node:crypto';
import { SandboxRefusal } from '../../errors.ts';
import { CalendarDate, Timestamp, isDate } from '../../values.ts';
import { textOf } from '../operators.ts';
import type { Frame } from '../program.ts';
import { dynamicQuery } from '../queries.ts';
import { coerce } from '../types.ts';
import type { ApexMap } from '../values.ts';
import { ApexException, EnumConstant, TypeToken, nullPointer } from '../values.ts';
import { valuesOf } from './collections.ts';
import { timeZoneNamed } from '../timeZone.ts';
import { dateOf } from './dates.ts';
import { deserialise, serialiseJson } from './json.ts';

/** Jobs that one transaction may queue. */
const MOST_JOBS = 50;
/** Rows that its queries may read; none are counted here. */
const MOST_QUERY_ROWS = 50_000;

type StaticMethod = (args: readonly unknown[], frame: Frame) => unknown;

/** Static methods by `type.name/number of arguments`, all in lower case. */
const METHODS: { readonly [signature: string]: StaticMethod } = {
    'string.isblank/1': ([value]) => isBlank(value),
    'string.isnotblank/1': ([value]) => !isBlank(value),
    'string.isempty/1': ([value]) => value === null || value === '',
    'string.isnotempty/1': ([value]) => value !== null && value !== '',
    'string.valueof/1': ([value]) => (value === null ? null : textOf(value)),
    'string.join/2': ([values, separator]) => valuesOf(values).map(textOf).join(String(separator)),
    'id.valueof/1': ([value]) => coerce('id', value),
    'integer.valueof/1': ([value]) => integerOf(value),
    'date.newinstance/3': ([year, month, day]) =>
        dateOf(Date.UTC(Number(year), Number(month) - 1, Number(day))),
    'date.valueof/1': ([value]) => dateFrom(value),
    'datetime.newinstancegmt/3': ([year, month, day]) =>
        new Timestamp(Date.UTC(Number(year), Number(month) - 1, Number(day))),
    'datetime.newinstance/1': ([ms]) => new Timestamp(Number(ms)),
    'datetime.now/0': (_, frame) => new Timestamp(frame.transaction.now()),
    'system.now/0': (_, frame) => new Timestamp(frame.transaction.now()),
    'long.valueof/1': ([value]) => integerOf(value),
    'math.mod/2': ([a, b]) => modulo(numberOf(a), numberOf(b)),
    'math.min/2': ([a, b]) => Math.min(numberOf(a), numberOf(b)),
    'math.max/2': ([a, b]) => Math.max(numberOf(a), numberOf(b)),
    'math.abs/1': ([value]) => Math.abs(numberOf(value)),
    'timezone.gettimezone/1': ([id]) => timeZoneNamed(String(id)),
    'limits.getqueryrows/0': () => 0,
    'limits.getlimitqueryrows/0': () => MOST_QUERY_ROWS,
    // Nobody's jobs run here: none is ever queued, and code that would queue one is refused.
    'limits.getqueueablejobs/0': () => 0,
    'limits.getlimitqueueablejobs/0': () => MOST_JOBS,
    'system.enqueuejob/1': () => {
        throw new SandboxRefusal('System.enqueueJob');
    },
    'userinfo.getuserid/0': (_, frame) => frame.transaction.user.id,
    'featuremanagement.checkpermission/1': ([name], frame) =>
        frame.transaction.user.customPermissions?.includes(String(name)) ?? false,
    'json.serialize/1': ([value]) => serialiseJson(value),
    'blob.valueof/1': ([value]) => Buffer.from(String(value)),
    'crypto.generatedigest/2': ([algorithm, data]) =>
        createHash(String(algorithm).replace('-', ''))
            .update(data as Buffer)
            .digest(),
    'encodingutil.converttohex/1': ([data]) => (data as Buffer).toString('hex'),
    'json.deserialize/2': ([text, type], frame) => deserialise(text, type, frame),
    'type.forname/1': ([name], frame) => typeByName(String(name), frame),
    'database.query/2': ([text, mode], frame) =>
        dynamicQuery(String(text), (name) => frame.locals.get(name.toLowerCase()), mode, frame),
    'database.querywithbinds/3': ([text, binds, mode], frame) =>
        dynamicQuery(String(text), (name) => (binds as ApexMap).get(name), mode, frame)
};

const CONSTANTS: { readonly [name: string]: EnumConstant } = {
    'accesslevel.user_mode': new EnumConstant('USER_MODE'),
    'accesslevel.system_mode': new EnumConstant('SYSTEM_MODE')
};

/** The platform's types that have static members here. */
export const PLATFORM_TYPES: ReadonlySet<string> = new Set([
    'trigger',
    ...[...Object.keys(METHODS), ...Object.keys(CONSTANTS)].map((name) =>
        name.slice(0, name.indexOf('.'))
    )
]);

export function callStatic(
    type: string,
    name: string,
    args: readonly unknown[],
    frame: Frame
): unknown {
    const method = METHODS[`${type}.${name}/${args.length}`.toLowerCase()];
    if (method === undefined) {
        throw new SandboxRefusal(`the method ${type}.${name} with ${args.length} arguments`);
    }
    return method(args, frame);
}

export function platformConstant(type: string, name: string): EnumConstant {
    const constant = CONSTANTS[`${type}.${name}`.toLowerCase()];
    if (constant === undefined) throw new SandboxRefusal(`${type}.${name}`);
    return constant;
}

function numberOf(value: unknown): number {
    if (typeof value !== 'number') throw nullPointer();
    return value;
}

/** The sign is the dividend's; never minus nought, which Apex does not know. */
function modulo(a: number, b: number): number {
    if (b === 0) throw new ApexException('MathException', 'Divide by 0');
    return (a % b) + 0;
}

function isBlank(value: unknown): boolean {
    return value === null || String(value).trim() === '';
}

function integerOf(value: unknown): number {
    const text = String(value).trim();
    if (!/^[+-]?\d+$/.test(text)) {
        throw new ApexException('TypeException', `Invalid integer: ${text}`);
    }
    return Number(text);
}

function dateFrom(value: unknown): CalendarDate {
    if (typeof value === 'string' && isDate(value)) return new CalendarDate(value);
    throw new ApexException('TypeException', `Invalid date: ${String(value)}`);
}

/** Null for a type that this org does not have. */
function typeByName(name: string, frame: Frame): TypeToken | null {
    const { program } = frame.transaction;
    const object = program.schema.get(name.toLowerCase());
    if (object) return new TypeToken(object.name);
    const definition = program.findClass(name);
    return definition === null ? null : new TypeToken(definition.name);
}
