import type { Transaction } from '../apex/program.ts';
import { valueIn } from '../store.ts';
import type { Pending } from './pending.ts';
import { rowsOf } from './rows.ts';

const RELATIONS: { readonly [object: string]: { object: string; key: string } } = {
    Task: { object: 'TaskRelation', key: 'TaskId' },
    Event: { object: 'EventRelation', key: 'EventId' }
};

/** Keeps the relation rows of a Task or Event as its `WhoId` and `WhatId` say. */
export function activityRows({ object, row, before }: Pending, transaction: Transaction): void {
    const relation = RELATIONS[object.name];
    const related =
        relation === undefined
            ? undefined
            : transaction.program.schema.get(relation.object.toLowerCase());
    if (relation === undefined || related === undefined) return;
    const { store } = transaction;
    for (const [field, isWhat] of [
        ['WhoId', false],
        ['WhatId', true]
    ] as const) {
        const now = valueIn(row, field);
        const was = before === null ? null : valueIn(before, field);
        if (now === was) continue;
        const rows = rowsOf(relation.object, transaction).filter(
            (one) => one[relation.key] === row.Id && one.IsWhat === isWhat
        );
        for (const one of rows.filter(({ RelationId }) => RelationId === was)) {
            store.remove(String(one.Id));
        }
        if (now === null || rows.some(({ RelationId }) => RelationId === now)) continue;
        store.append(related, {
            [relation.key]: valueIn(row, 'Id'),
            RelationId: now,
            IsWhat: isWhat
        });
    }
}
