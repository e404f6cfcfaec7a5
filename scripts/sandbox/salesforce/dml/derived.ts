import type { SObjectType } from '../schema.ts';
import { withDerived } from '../seed.ts';
import type { Row } from '../store.ts';
import { valueIn } from '../store.ts';
import type { FieldValue } from '../values.ts';

const MINUTE = 60_000;

type WhoIds = 'TaskWhoIds' | 'EventWhoIds';

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
            return withResponse(withDerived(object, row), now, rowsNamed('CampaignMemberStatus'));
        case 'Group':
            return { ...row, DeveloperName: row.DeveloperName ?? apiName(row.Name) };
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
        ...relations(row, before, 'TaskWhoIds')
    };
}

/** Of start, end and length two say the third. */
function eventOf(row: Row, before: Row | null): Row {
    const next: { [field: string]: FieldValue } = {
        ...row,
        ...relations(row, before, 'EventWhoIds')
    };
    const changed = (field: string): boolean =>
        before !== null && valueIn(row, field) !== valueIn(before, field);
    if (next.StartDateTime === null) next.StartDateTime = valueIn(row, 'ActivityDateTime');
    if (changed('ActivityDateTime')) next.StartDateTime = valueIn(row, 'ActivityDateTime');
    if (next.IsAllDayEvent === true && next.StartDateTime === null && row.ActivityDate !== null) {
        next.StartDateTime = `${row.ActivityDate}T00:00:00.000Z`;
    }
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

/** Whether an activity is about the same people and the same thing as before. */
export function isAboutTheSame(row: Row, before: Row | null, names: WhoIds): boolean {
    return (
        before !== null &&
        row.WhatId === before.WhatId &&
        String(peopleOf(row, names)) === String(peopleOf(before, names))
    );
}

function relations(row: Row, before: Row | null, names: WhoIds): Row {
    if (isAboutTheSame(row, before, names)) return {};
    return { WhoCount: peopleOf(row, names).length, WhatCount: row.WhatId === null ? 0 : 1 };
}

/** Everybody whom an activity is about, its first name first. */
export function peopleOf(row: Row, names: WhoIds): string[] {
    const all = [row.WhoId ?? '', ...String(row[names] ?? '').split(';')];
    return [...new Set(all.map(String))].filter((id) => id !== '');
}

/** A member has the campaign's default status unless told, and has responded where the status says so. */
function withResponse(row: Row, now: string, statuses: readonly Row[]): Row {
    const own = statuses.filter(({ CampaignId }) => CampaignId === row.CampaignId);
    // A campaign that was seeded has none of its own.
    if (own.length === 0) return row;
    const Status = row.Status ?? own.find(({ IsDefault }) => IsDefault === true)?.Label ?? null;
    const HasResponded = own.some((one) => one.Label === Status && one.HasResponded === true);
    if (!HasResponded) return { ...row, Status, HasResponded, FirstRespondedDate: null };
    const day = now.slice(0, 'YYYY-MM-DD'.length);
    return { ...row, Status, HasResponded, FirstRespondedDate: row.FirstRespondedDate ?? day };
}

function apiName(name: FieldValue | undefined): string {
    return String(name ?? '').replace(/\W+/g, '_');
}
