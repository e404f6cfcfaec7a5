import type { Cell, TableRow } from '@handoff/core';

export interface Sort {
    readonly column: number;
    readonly direction: 'ascending' | 'descending';
}

/** Rows by one column, those of which nothing is known last; null: as they came. */
export function sorted(rows: readonly TableRow[], sort: Sort | null): readonly TableRow[] {
    if (sort === null) return rows;
    const cellOf = ({ cells }: TableRow): Cell | undefined => cells[sort.column];
    const isNumeric = rows.some((row) => orderOf(cellOf(row)) !== null);
    const turn = sort.direction === 'ascending' ? 1 : -1;
    return [...rows].sort((a, b) => {
        const [first, second] = [cellOf(a), cellOf(b)];
        if (!isNumeric) return turn * (first?.text ?? '').localeCompare(second?.text ?? '');
        const [x, y] = [orderOf(first), orderOf(second)];
        if (x === null || y === null) return Number(x === null) - Number(y === null);
        return turn * (x - y);
    });
}

function orderOf(cell: Cell | undefined): number | null {
    return cell?.order ?? cell?.bar?.value ?? null;
}
