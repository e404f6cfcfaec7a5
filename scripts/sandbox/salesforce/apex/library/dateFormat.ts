/** Java's SimpleDateFormat, as far as it is the same in every language. */
import { SandboxRefusal } from '../../errors.ts';
import { nullPointer } from '../values.ts';
import { localTime, offsetAt } from '../wallClock.ts';

const MINUTE = 60_000;

/** An instant by a pattern such as `yyyy-MM-dd HH:mm`; names of days and months are refused. */
export function formatted(instant: number, pattern: unknown, zone: string): string {
    if (typeof pattern !== 'string') throw nullPointer();
    const at = localTime(instant, zone);
    const hour12 = at.hour % 12 === 0 ? 12 : at.hour % 12;
    const fields: { readonly [letter: string]: number } = {
        y: at.year,
        M: at.month,
        d: at.day,
        H: at.hour,
        h: hour12,
        m: at.minute,
        s: at.second,
        S: ((instant % 1000) + 1000) % 1000
    };
    return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (run, quoted?: string) => {
        if (quoted !== undefined) return quoted === '' ? "'" : quoted.replace(/''/g, "'");
        const letter = run.charAt(0);
        if (letter === 'Z') return offsetText(offsetAt(instant, zone));
        const value = fields[letter];
        if (value === undefined || (letter === 'M' && run.length > 2)) {
            throw new SandboxRefusal(`the date pattern ${run}`);
        }
        if (letter === 'y' && run.length === 2) return String(value % 100).padStart(2, '0');
        return String(value).padStart(run.length, '0');
    });
}

function offsetText(offset: number): string {
    const minutes = Math.abs(offset) / MINUTE;
    const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
    return `${offset < 0 ? '-' : '+'}${two(minutes / 60)}${two(minutes % 60)}`;
}
