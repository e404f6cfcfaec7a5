import type { OrderByClause, Query } from '@jetstreamapp/soql-parser-js';
import { SandboxRefusal } from '../errors.ts';
import type { Row } from '../store.ts';
import { comparable, compare } from '../values.ts';
import type { Column } from './columns.ts';

/** Sorts rows as ORDER BY says. Nulls come first in either direction, unless it says otherwise. */
export function sortRows(query: Query, rows: Row[], column: (path: string) => Column): Row[] {
    const clauses: OrderByClause[] = query.orderBy === undefined ? [] : [query.orderBy].flat();
    const keys = clauses.map((clause) => {
        if (!('field' in clause)) throw new SandboxRefusal('ORDER BY with a function');
        const { field, read } = column(clause.field);
        return {
            read: (row: Row) => comparable(field.type, read(row)),
            sign: clause.order === 'DESC' ? -1 : 1,
            nulls: clause.nulls === 'LAST' ? 1 : -1
        };
    });
    return [...rows].sort((a, b) => {
        for (const { read, sign, nulls } of keys) {
            const x = read(a);
            const y = read(b);
            if (x === y) continue;
            if (x === null) return nulls;
            if (y === null) return -nulls;
            return sign * compare(x, y);
        }
        return 0;
    });
}
