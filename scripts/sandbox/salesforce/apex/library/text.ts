/** Static methods of String and Id. */
import { SandboxRefusal } from '../../errors.ts';
import { CalendarDate, Timestamp } from '../../values.ts';
import { coerce } from '../types.ts';
import { textOf } from '../text.ts';
import { zoneOfUser } from '../userZone.ts';
import { nullPointer } from '../values.ts';
import { valuesOf } from './collections.ts';
import { formatted } from './dateFormat.ts';
import type { StaticMethods } from './methods.ts';

export const stringStatics: StaticMethods = {
    'string.isblank/1': ['boolean', ([value]) => isBlank(value)],
    'string.isnotblank/1': ['boolean', ([value]) => !isBlank(value)],
    'string.isempty/1': ['boolean', ([value]) => value === null || value === ''],
    'string.isnotempty/1': ['boolean', ([value]) => value !== null && value !== ''],
    'string.valueof/1': [
        'string',
        ([value], frame, { types }) => {
            if (value === null || value === undefined) return null;
            if (value instanceof CalendarDate) return value.iso;
            if (value instanceof Timestamp) {
                return formatted(value.ms, 'yyyy-MM-dd HH:mm:ss', zoneOfUser(frame.transaction));
            }
            const text = textOf(value);
            return types[0] === 'double' && Number.isInteger(value) ? `${text}.0` : text;
        }
    ],
    'string.join/2': [
        'string',
        ([values, separator]) => valuesOf(values).map(joined).join(String(separator))
    ],
    'string.format/2': ['string', ([pattern, values]) => format(pattern, valuesOf(values))],
    'string.escapesinglequotes/1': ['string', ([value]) => String(value).replace(/'/g, "\\'")],
    'string.fromchararray/1': [
        'string',
        ([codes]) => String.fromCharCode(...valuesOf(codes).map(Number))
    ],
    'id.valueof/1': ['id', ([value]) => coerce('id', value)],
    'id.valueof/2': ['id', ([value]) => coerce('id', value)]
};

function joined(value: unknown): string {
    return value === null ? '' : textOf(value);
}

function isBlank(value: unknown): boolean {
    return value === null || String(value).trim() === '';
}

/** Java's MessageFormat, without formats of its own: `{0}`, and quotes around what stays as it is. */
function format(pattern: unknown, values: readonly unknown[]): string {
    if (typeof pattern !== 'string') throw nullPointer();
    return pattern.replace(
        /''|'([^']*)'?|\{(\d+)\}|\{/g,
        (run, quoted?: string, index?: string) => {
            if (run === "''") return "'";
            if (quoted !== undefined) return quoted;
            if (index === undefined) throw new SandboxRefusal(`the format ${pattern}`);
            const value = values[Number(index)];
            return value === undefined ? run : textOf(value);
        }
    );
}
