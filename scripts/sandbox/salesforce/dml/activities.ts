import type { Transaction } from '../apex/program.ts';
import { valueIn } from '../store.ts';
import { isAboutTheSame, peopleOf } from './derived.ts';
import type { Pending } from './pending.ts';
import { rowsOf } from './rows.ts';
import type { DmlError } from './types.ts';

const RELATIONS = {
    Task: { object: 'TaskRelation', key: 'TaskId', names: 'TaskWhoIds' },
    Event: { object: 'EventRelation', key: 'EventId', names: 'EventWhoIds' }
} as const;

function isActivity(name: string): name is keyof typeof RELATIONS {
    return name in RELATIONS;
}

/** An event has a beginning and an end; a day is enough of one that lasts all day. */
export function eventErrors({ object, row }: Pending): DmlError[] {
    if (object.name !== 'Event' || row.IsAllDayEvent === true) return [];
    const missing = [
        ...(row.DurationInMinutes === null ? ['DurationInMinutes'] : []),
        ...(row.StartDateTime === null ? ['ActivityDateTime'] : [])
    ];
    if (missing.length === 0) return [];
    const message = `Required fields are missing: [${missing.join(', ')}]`;
    return [{ code: 'REQUIRED_FIELD_MISSING', message, fields: missing }];
}

/** Keeps the relation rows of a Task or Event as its people and its `WhatId` say. */
export function activityRows({ object, row, before }: Pending, transaction: Transaction): void {
    if (!isActivity(object.name)) return;
    const { object: name, key, names } = RELATIONS[object.name];
    const related = transaction.program.schema.get(name.toLowerCase());
    if (related === undefined || isAboutTheSame(row, before, names)) return;
    const { store } = transaction;
    const what = valueIn(row, 'WhatId');
    const wanted = new Map<unknown, boolean>(peopleOf(row, names).map((id) => [id, false]));
    if (what !== null) wanted.set(what, true);
    const kept = rowsOf(name, transaction).filter((one) => one[key] === row.Id);
    for (const one of kept) {
        if (!wanted.delete(one.RelationId)) store.remove(String(one.Id));
    }
    for (const [id, IsWhat] of wanted) {
        store.append(related, { [key]: valueIn(row, 'Id'), RelationId: String(id), IsWhat });
    }
}

/** A name that is added to an activity as a relation of its own counts there, too. */
export function countNames({ object, row }: Pending, transaction: Transaction): void {
    const of = Object.values(RELATIONS).find((one) => one.object === object.name);
    if (of === undefined || row.IsWhat === true) return;
    const { store } = transaction;
    const activity = store.byId(String(row[of.key]));
    if (activity === null) return;
    const people = rowsOf(object.name, transaction).filter(
        (one) => one[of.key] === row[of.key] && one.IsWhat !== true
    );
    const ids = people.map(({ RelationId }) => String(RelationId)).join(';');
    store.replace(activity.object, {
        ...activity.row,
        WhoCount: people.length,
        [of.names]: ids
    });
}
