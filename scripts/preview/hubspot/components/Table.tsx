import type { ReactNode } from 'react';
import type { TableCellProps, TableHeaderProps, TableProps } from '@hubspot/ui-extensions';

interface Part {
    readonly children: ReactNode;
}

/** Scrolls by itself where it is wider than its place. */
export function Table({ bordered = true, flush = false, children }: TableProps) {
    const looks = `${bordered ? ' hs-table--bordered' : ''}${flush ? ' hs-table--flush' : ''}`;
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

export function TableHeader({ align, children }: TableHeaderProps) {
    return (
        <th scope="col" style={{ textAlign: align }}>
            {children}
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
