import type { Style } from './style.ts';
import { padded, widthOf, wrap } from './text.ts';

export interface Column {
    readonly head: string;
    readonly align?: 'left' | 'right';
}

const GAP = '  ';
/** A column that must give way keeps this much. */
const NARROWEST = 12;

/**
 * A table no wider than `width`, without lines: the columns are as wide as their texts, and the last one
 * breaks its text where there is no more room. Cells may be coloured.
 */
export function table(
    columns: readonly Column[],
    rows: readonly (readonly string[])[],
    { width, style }: { readonly width: number; readonly style: Style }
): string {
    const widths = columns.map(({ head }, i) =>
        Math.max(widthOf(head), ...rows.map((row) => widthOf(row[i] ?? '')))
    );
    const last = columns.length - 1;
    const before = widths.slice(0, last).reduce((sum, one) => sum + one + GAP.length, 0);
    widths[last] = Math.max(NARROWEST, Math.min(widths[last] ?? 0, width - before));
    const line = (cells: readonly string[]): string => {
        const start = cells
            .slice(0, last)
            .map((cell, i) => padded(cell, widths[i] ?? 0, columns[i]?.align) + GAP)
            .join('');
        const end = cells[last] ?? '';
        // Only a left-aligned last column has text that goes on.
        return columns[last]?.align === 'right'
            ? start + padded(end, widths[last] ?? 0, 'right')
            : wrap(end, widths[last] ?? 0)
                  .split('\n')
                  .map((part, i) => (i === 0 ? start : ' '.repeat(before)) + part)
                  .join('\n');
    };
    return [line(columns.map(({ head }) => style.dim(head))), ...rows.map(line)]
        .map((text) => text.replace(/ +$/gm, ''))
        .join('\n');
}

const LEAST_FOR_WHY = 24;

/**
 * A table of what there is to say of named things: a sign, the kind, the name, and why. Where long names
 * leave the reasons no room, both share a column.
 */
export function reasonTable(
    rows: readonly (readonly [sign: string, what: string, name: string, why: string])[],
    look: { readonly width: number; readonly style: Style }
): string {
    const hasWhy = rows.some(([, , , why]) => why !== '');
    const heads = ['', 'What', 'Name', ...(hasWhy ? ['Why'] : [])];
    const widths = heads.map((head, i) =>
        Math.max(...[head, ...rows.map((row) => row[i] ?? '')].map(widthOf))
    );
    const beforeWhy = widths.slice(0, 3).reduce((sum, one) => sum + one + GAP.length, 0);
    const isTight = hasWhy && beforeWhy + Math.min(widths[3] ?? 0, LEAST_FOR_WHY) > look.width;
    const columns = (isTight ? ['', 'What', 'Name, and why'] : heads).map((head) => ({ head }));
    const shared = rows.map(([sign, what, name, why]) => [
        sign,
        what,
        why === '' ? name : `${name}: ${why}`
    ]);
    return table(columns, isTight ? shared : rows, look);
}
