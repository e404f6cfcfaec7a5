/** How the portal's own score came about: by HubSpot's lead scoring, else by the property's history. */
import type { OtherScoreChange, Unreadable } from '../../lead.ts';
import { isObject, readInstant, readNumber, readRows, readText } from '../read.ts';
import type { HubSpotRecords, HubSpotScoreChange } from './records.ts';
import type { HubSpotSettings } from './settings.ts';
import { versionsOf } from './value.ts';

const WHAT = 'score history';
/** More causes of one change than this tell a rep nothing. */
const MOST_CAUSES = 3;

/** The changes, oldest first; a score's first value is none. */
export function otherScoreChangesOf(
    records: HubSpotRecords,
    { score }: HubSpotSettings,
    notes: Unreadable[]
): OtherScoreChange[] {
    if (score === null) return [];
    const explained = readRows('facts', WHAT, records.scoreChanges, notes)
        .flatMap((row) => explainedChange(row, notes))
        .sort((a, b) => a.at - b.at);
    return explained.length > 0 ? explained : propertyChanges(records, score, notes);
}

function explainedChange(row: HubSpotScoreChange, notes: Unreadable[]): OtherScoreChange[] {
    const at = readInstant('facts', WHAT, row.timestamp, notes);
    const to = readNumber('facts', WHAT, row.propertyValue, notes);
    const delta = readNumber('facts', WHAT, row.delta, notes);
    if (at === null || to === null || delta === 0) return [];
    return [{ at, from: delta === null ? null : to - delta, to, causes: causesOf(row, notes) }];
}

/** What the person did; where that is not the cause, what changed in the record. */
function causesOf(row: HubSpotScoreChange, notes: Unreadable[]): string[] {
    const headings = readRows('facts', WHAT, row.renderedEvents, notes).map(({ heading }) =>
        readText('facts', WHAT, heading, notes)
    );
    const events = headings.filter((heading) => heading !== null);
    const changed = isObject(row.resolvedProperties) ? row.resolvedProperties : {};
    const found =
        events.length > 0
            ? events
            : Object.entries(changed).map(([name, change]) => propertyText(name, change, notes));
    return [...new Set(found)].slice(0, MOST_CAUSES);
}

/** "industry: Software". */
function propertyText(name: string, change: unknown, notes: Unreadable[]): string {
    const label = name.replace(/^hs_/, '').replace(/_/g, ' ');
    const value = isObject(change) ? readText('facts', WHAT, change.presentValue, notes) : null;
    return value === null ? label : `${label}: ${value}`;
}

function propertyChanges(
    { contact }: HubSpotRecords,
    score: string,
    notes: Unreadable[]
): OtherScoreChange[] {
    const changes: OtherScoreChange[] = [];
    let from: number | null = null;
    for (const { at, value } of versionsOf(contact, score, 'facts', notes)) {
        const to = readNumber('facts', WHAT, value, notes);
        if (to === null || to === from) continue;
        if (from !== null) changes.push({ at, from, to, causes: [] });
        from = to;
    }
    return changes;
}
