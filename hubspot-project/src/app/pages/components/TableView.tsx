import { useState } from 'react';
import {
    Button,
    Flex,
    Table,
    TableBody,
    TableCell,
    TableHead,
    TableHeader,
    TableRow,
    Text
} from '@hubspot/ui-extensions';
import type { Table as TableModel } from '@handoff/core';
import { sorted, type Sort } from '../sorted.ts';
import { CellView } from './CellView.tsx';

interface Props {
    readonly table: TableModel;
    /** Whether its heading says more than its section's. */
    readonly titled: boolean;
}

/** A table that any column sorts, and that unfolds. */
export function TableView({ table, titled }: Props) {
    const { columns, empty, heading, less, more, shown } = table;
    const [sort, setSort] = useState<Sort | null>(null);
    const [unfolded, setUnfolded] = useState(false);
    const rows = sorted(table.rows, sort);
    const visible = unfolded || more === null ? rows : rows.slice(0, shown);
    return (
        <Flex direction="column" gap="xs" align="stretch">
            {titled && <Text format={{ fontWeight: 'demibold' }}>{heading}</Text>}
            {empty !== null ? (
                <Text variant="microcopy">{empty}</Text>
            ) : (
                <Table density="condensed" flush>
                    <TableHead>
                        <TableRow>
                            {columns.map(({ id, label, numeric }, column) => (
                                <TableHeader
                                    key={id}
                                    align={numeric ? 'right' : 'left'}
                                    sortDirection={
                                        sort?.column === column ? sort.direction : 'none'
                                    }
                                    onSortChange={(direction) =>
                                        direction !== 'none' && setSort({ column, direction })
                                    }
                                >
                                    {label}
                                </TableHeader>
                            ))}
                        </TableRow>
                    </TableHead>
                    <TableBody>
                        {visible.map(({ cells, drill, id }) => (
                            <TableRow key={id}>
                                {cells.map((cell, column) => (
                                    <TableCell
                                        key={columns[column]?.id ?? column}
                                        align={columns[column]?.numeric ? 'right' : 'left'}
                                    >
                                        <CellView cell={cell} drill={column === 0 ? drill : null} />
                                    </TableCell>
                                ))}
                            </TableRow>
                        ))}
                    </TableBody>
                </Table>
            )}
            {more !== null && (
                <Flex direction="row" justify="start">
                    <Button size="sm" variant="transparent" onClick={() => setUnfolded(!unfolded)}>
                        {unfolded ? less : more}
                    </Button>
                </Flex>
            )}
        </Flex>
    );
}
