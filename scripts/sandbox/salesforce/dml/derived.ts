import type { SObjectType } from '../schema.ts';
import { withDerived } from '../seed.ts';
import type { Row } from '../store.ts';
import { valueIn } from '../store.ts';
import type { FieldValue } from '../values.ts';

const MINUTE = 60_000;

/** What the platform works out of what was written, and of the org's own statuses. */
export function derivedRow(
    object: SObjectType,
    row: Row,
    before: Row | null,
    now: string,
    rowsNamed: (object: string) => readonly Row[]
): Row {
    switch (object.name) {
        case 'Task':
            return taskOf(row, before, now, rowsNamed('TaskStatus'));
        case 'Event':
            return eventOf(row, before);
        case 'CampaignMember':
            return { ...withDerived(object, row), ...peopleOf(row) };
        default:
            return withDerived(object, row);
    }
}

function taskOf(row: Row, before: Row | null, now: string, statuses: readonly Row[]): Row {
    const status = statuses.find(({ ApiName }) => ApiName === row.Status);
    // Rows that were seeded without the org's setup know only the usual name.
    const isClosed = statuses.length === 0 ? row.Status === 'Completed' : status?.IsClosed === true;
    const wasClosed = before?.IsClosed === true;
    return {
        ...row,
        IsClosed: isClosed,
        CompletedDateTime: !isClosed ? null : wasClosed ? valueIn(row, 'CompletedDateTime') : now,
        ...relations(row)
    };
}

/** Of start, end and length two say the third. */
function eventOf(row: Row, before: Row | null): Row {
    const next: { [field: string]: FieldValue } = { ...row, ...relations(row) };
    const changed = (field: string): boolean =>
        before !== null && valueIn(row, field) !== valueIn(before, field);
    if (next.StartDateTime === null) next.StartDateTime = valueIn(row, 'ActivityDateTime');
    if (changed('ActivityDateTime')) next.StartDateTime = valueIn(row, 'ActivityDateTime');
    const start = next.StartDateTime;
    if (typeof start !== 'string') return next;
    const from = Date.parse(start);
    if (typeof next.DurationInMinutes === 'number' && !changed('EndDateTime')) {
        next.EndDateTime = new Date(from + next.DurationInMinutes * MINUTE).toISOString();
    } else if (typeof next.EndDateTime === 'string') {
        next.DurationInMinutes = (Date.parse(next.EndDateTime) - from) / MINUTE;
    }
    next.ActivityDateTime = next.IsAllDayEvent === true ? null : start;
    next.ActivityDate = start.slice(0, 'YYYY-MM-DD'.length);
    return next;
}

function relations(row: Row): Row {
    return {
        WhoCount: row.WhoId === null ? 0 : Math.max(1, Number(row.WhoCount ?? 0)),
        WhatCount: row.WhatId === null ? 0 : 1
    };
}

function peopleOf(row: Row): Row {
    return { LeadOrContactId: row.LeadId ?? row.ContactId ?? null };
}
