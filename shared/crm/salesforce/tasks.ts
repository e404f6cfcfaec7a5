/** Tasks -> calls, emails and messages that were done, and the cadences that go on. */
import type { Channel, Instant, Sequence, Touch, Unreadable } from '../../lead.ts';
import { readInstant, readText } from '../read.ts';
import { callOutcome } from './outcomes.ts';
import type { SalesforceTaskRow } from './records.ts';
import { personOf } from './row.ts';

type Details = Pick<Touch, 'channel' | 'direction' | 'outcome' | 'outcomeText'>;

const SUBTYPES: { readonly [subtype: string]: Channel } = {
    Call: 'call',
    Email: 'email',
    ListEmail: 'email',
    LinkedIn: 'linkedin'
};

/** An org's own values of `Type`; only where the platform's subtype says no more than "Task". */
const TYPES: readonly (readonly [RegExp, Channel])[] = [
    [/\bcall\b|\bphone\b/i, 'call'],
    [/\be-?mail\b/i, 'email'],
    [/linked ?in/i, 'linkedin'],
    [/whats ?app/i, 'whatsapp'],
    [/\bsms\b|\btext\b/i, 'sms'],
    [/\bmeeting\b/i, 'meeting'],
    [/\bletter\b|\bmail(ing)?\b/i, 'mail']
];

/** What to call a Task without a subject; HubSpot's messages have none, and are called the same. */
const SUBJECTS: { readonly [channel in Channel]?: string } = {
    call: 'Call',
    email: 'Email',
    linkedin: 'LinkedIn message',
    sms: 'SMS',
    whatsapp: 'WhatsApp message',
    meeting: 'Meeting',
    mail: 'Mail'
};

/** What was done, in any order; an open Task is a plan, and one without a time is noted. */
export function tasksOf(rows: readonly SalesforceTaskRow[], notes: Unreadable[]): Touch[] {
    return rows.flatMap((row) => {
        if (!isDone(row)) return [];
        const at = doneAt(row, notes);
        if (at === null) return [];
        const details = detailsOf(row, notes);
        const subject = readText('tasks', 'task subject', row.Subject, notes);
        return [
            {
                at,
                by: personOf(row.OwnerId, row.Owner),
                subject: subject ?? SUBJECTS[details.channel] ?? 'Task',
                automatic: isAutomatic(row),
                ...details
            }
        ];
    });
}

/** Cadences that still have an open step: somebody else is already writing to this person (Q22). */
export function sequencesOf(rows: readonly SalesforceTaskRow[], notes: Unreadable[]): Sequence[] {
    return rows
        .filter((row) => row.TaskSubtype === 'Cadence' && !isDone(row))
        .map((row) => ({
            name: readText('sequences', 'cadence', row.Subject, notes) ?? 'Cadence',
            by: personOf(row.OwnerId, row.Owner),
            since: readInstant('sequences', 'cadence start', row.CreatedDate, notes),
            active: true
        }));
}

/** Sent to a list or by a cadence, not by a person's hand. */
export function isAutomatic(row: SalesforceTaskRow): boolean {
    return row.TaskSubtype === 'ListEmail' || row.TaskSubtype === 'Cadence';
}

function isDone(row: SalesforceTaskRow): boolean {
    return row.IsClosed === true || typeof row.CompletedDateTime === 'string';
}

/** `ActivityDate` is the day it was due, and only used when nothing else is known. */
function doneAt(row: SalesforceTaskRow, notes: Unreadable[]): Instant | null {
    return (
        readInstant('tasks', 'task completion', row.CompletedDateTime, notes) ??
        readInstant('tasks', 'task creation', row.CreatedDate, notes) ??
        readInstant('tasks', 'task date', row.ActivityDate, notes)
    );
}

function detailsOf(row: SalesforceTaskRow, notes: Unreadable[]): Details {
    const channel = channelOf(row, notes);
    if (channel === 'call') {
        const { outcome, text } = callOutcome(
            readText('calls', 'call result', row.CallDisposition, notes)
        );
        return { channel, direction: directionOf(row.CallType), outcome, outcomeText: text };
    }
    if (channel === 'task') {
        return { channel, direction: 'internal', outcome: 'done', outcomeText: null };
    }
    const outcome = channel === 'email' || channel === 'sms' ? 'sent' : 'done';
    return { channel, direction: 'outbound', outcome, outcomeText: null };
}

function channelOf(row: SalesforceTaskRow, notes: Unreadable[]): Channel {
    const subtype = readText('tasks', 'task subtype', row.TaskSubtype, notes);
    const bySubtype = Object.entries(SUBTYPES).find(([name]) => name === subtype);
    if (bySubtype) return bySubtype[1];
    if (readText('calls', 'call type', row.CallType, notes) !== null) return 'call';
    const type = readText('tasks', 'task type', row.Type, notes);
    const byType = type === null ? undefined : TYPES.find(([pattern]) => pattern.test(type));
    return byType ? byType[1] : 'task';
}

function directionOf(callType: unknown): Touch['direction'] {
    if (callType === 'Inbound') return 'inbound';
    return callType === 'Internal' ? 'internal' : 'outbound';
}
