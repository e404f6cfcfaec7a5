import type { ReactNode } from 'react';
import type { TableCellProps, TableHeaderProps, TableProps } from '@hubspot/ui-extensions';

interface Part {
    readonly children: ReactNode;
}

const ARROWS = { ascending: '\u00a0▲', descending: '\u00a0▼', none: '\u00a0↕' };

/** Scrolls by itself where it is wider than its place. */
export function Table({ bordered = true, density, flush = false, children }: TableProps) {
    const looks = `${density ? ` hs-table--${density}` : ''}${bordered ? ' hs-table--bordered' : ''}${flush ? ' hs-table--flush' : ''}`;
    return (
        <div className="hs-table__place" tabIndex={0} role="group" aria-label="Table">
            <table className={`hs-table${looks}`}>{children}</table>
        </div>
    );
}

export function TableHead({ children }: Part) {
    return <thead>{children}</thead>;
}

export function TableBody({ children }: Part) {
    return <tbody>{children}</tbody>;
}

export function TableRow({ children }: Part) {
    return <tr>{children}</tr>;
}

export function TableHeader(props: TableHeaderProps) {
    const { align, children, sortDirection = 'never' } = props;
    if (sortDirection === 'never' || !('onSortChange' in props)) {
        return (
            <th scope="col" style={{ textAlign: align }}>
                {children}
            </th>
        );
    }
    const next = sortDirection === 'ascending' ? 'descending' : 'ascending';
    return (
        <th scope="col" style={{ textAlign: align }} aria-sort={sortDirection}>
            <button
                type="button"
                className="hs-table__sort"
                disabled={props.disabled}
                onClick={() => props.onSortChange(next)}
            >
                {children}
                <span aria-hidden="true">{ARROWS[sortDirection]}</span>
            </button>
        </th>
    );
}

export function TableCell({ align, colSpan, children }: TableCellProps) {
    return (
        <td colSpan={colSpan} style={{ textAlign: align }}>
            {children}
        </td>
    );
}
