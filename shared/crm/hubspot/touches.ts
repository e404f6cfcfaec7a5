/** Calls, emails, meetings, tasks, notes and messages -> what sales did with the person. */
import type { Channel, Instant, Outcome, Person, Section, Touch, Unreadable } from '../../lead.ts';
import { cut, readInstant, readRows, readText } from '../read.ts';
import { callOutcome, emailOutcome, meetingOutcome } from './outcomes.ts';
import type { Owners } from './owners.ts';
import type { HubSpotObject, HubSpotRecords } from './records.ts';
import { known, propertiesOf } from './value.ts';
import type { Properties } from './value.ts';

/** As much of a note as tells what it is about. */
const NOTE_SUBJECT = 80;

/** What is read of each kind of activity, by the name of its list in the records. */
export const ACTIVITY_PROPERTIES = {
    calls: [
        'hs_timestamp',
        'hs_call_title',
        'hs_call_direction',
        'hs_call_status',
        'hs_call_disposition',
        'hubspot_owner_id'
    ],
    emails: [
        'hs_timestamp',
        'hs_email_subject',
        'hs_email_direction',
        'hs_email_status',
        'hubspot_owner_id'
    ],
    meetings: [
        'hs_timestamp',
        'hs_meeting_title',
        'hs_meeting_start_time',
        'hs_meeting_outcome',
        'hubspot_owner_id'
    ],
    tasks: [
        'hs_timestamp',
        'hs_task_subject',
        'hs_task_type',
        'hs_task_status',
        'hs_task_completion_date',
        'hubspot_owner_id'
    ],
    notes: ['hs_timestamp', 'hs_note_body', 'hubspot_owner_id'],
    communications: ['hs_timestamp', 'hs_communication_channel_type', 'hubspot_owner_id']
} as const;

export type ActivityKind = keyof typeof ACTIVITY_PROPERTIES;

/** One activity: its texts and instants by property, unreadable ones noted. */
interface Activity {
    text(property: string, what: string): string | null;
    at(property: string, what: string): Instant | null;
}

type Details = Omit<Touch, 'by' | 'automatic'>;

/** Everything sales did, oldest first; an activity without a time is left out, and noted. */
export function touchesOf(records: HubSpotRecords, owners: Owners, notes: Unreadable[]): Touch[] {
    const read = (
        section: Section,
        rows: readonly HubSpotObject[],
        map: (activity: Activity) => Details | null
    ): Touch[] =>
        readRows(section, section, rows, notes).flatMap((row) => {
            const properties = propertiesOf(row);
            const details = map({
                text: (property, what) => readText(section, what, properties[property], notes),
                at: (property, what) => readInstant(section, what, properties[property], notes)
            });
            return details === null
                ? []
                : [{ ...details, by: byOf(details, properties, owners), automatic: false }];
        });
    return [
        ...read('calls', records.calls, callOf),
        ...read('emails', records.emails, emailOf),
        ...read('meetings', records.meetings, meetingOf),
        ...read('tasks', records.tasks, taskOf),
        ...read('notes', records.notes, noteOf),
        ...read('messages', records.communications, messageOf)
    ].sort((a, b) => a.at - b.at);
}

/** Whoever logged an email of theirs did not write it. */
function byOf(details: Details, properties: Properties, owners: Owners): Person | null {
    const theirs = details.channel === 'email' && details.direction === 'inbound';
    return theirs ? null : owners.byId(properties.hubspot_owner_id);
}

function callOf(call: Activity): Details | null {
    const at = call.at('hs_timestamp', 'call time');
    if (at === null) return null;
    const { outcome, text } = callOutcome(
        call.text('hs_call_disposition', 'call outcome'),
        call.text('hs_call_status', 'call status')
    );
    return {
        at,
        channel: 'call',
        direction:
            call.text('hs_call_direction', 'call direction') === 'INBOUND' ? 'inbound' : 'outbound',
        subject: call.text('hs_call_title', 'call title') ?? 'Call',
        outcome,
        outcomeText: text
    };
}

function emailOf(email: Activity): Details | null {
    const at = email.at('hs_timestamp', 'email time');
    if (at === null) return null;
    const direction = email.text('hs_email_direction', 'email direction');
    const subject = email.text('hs_email_subject', 'email subject') ?? 'Email';
    if (direction === 'INCOMING_EMAIL' || direction === 'FORWARDED_EMAIL') {
        const outcome = direction === 'INCOMING_EMAIL' ? 'replied' : null;
        return { at, channel: 'email', direction: 'inbound', subject, outcome, outcomeText: null };
    }
    const { outcome, text } = emailOutcome(email.text('hs_email_status', 'email status'));
    return { at, channel: 'email', direction: 'outbound', subject, outcome, outcomeText: text };
}

function meetingOf(meeting: Activity): Details | null {
    const at =
        meeting.at('hs_meeting_start_time', 'meeting time') ??
        meeting.at('hs_timestamp', 'meeting time');
    if (at === null) return null;
    const { outcome, text } = meetingOutcome(meeting.text('hs_meeting_outcome', 'meeting outcome'));
    return {
        at,
        channel: 'meeting',
        direction: 'outbound',
        subject: meeting.text('hs_meeting_title', 'meeting title') ?? 'Meeting',
        outcome,
        outcomeText: text
    };
}

/** Only what was done: an open task is a plan. */
function taskOf(task: Activity): Details | null {
    if (task.text('hs_task_status', 'task status') !== 'COMPLETED') return null;
    const at =
        task.at('hs_task_completion_date', 'task completion') ??
        task.at('hs_timestamp', 'task time');
    if (at === null) return null;
    // LINKED_IN_MESSAGE, LINKED_IN_CONNECT, or a portal's plain LINKED_IN.
    const linkedIn = task.text('hs_task_type', 'task type')?.startsWith('LINKED_IN') ?? false;
    return {
        at,
        channel: linkedIn ? 'linkedin' : 'task',
        direction: linkedIn ? 'outbound' : 'internal',
        subject: task.text('hs_task_subject', 'task subject') ?? 'Task',
        outcome: 'done',
        outcomeText: null
    };
}

function noteOf(note: Activity): Details | null {
    const at = note.at('hs_timestamp', 'note time');
    if (at === null) return null;
    const words = (note.text('hs_note_body', 'note') ?? '')
        // The body is cut: the last tag may not be closed.
        .replace(/<[^<>]*(>|$)/g, ' ')
        .replace(/&nbsp;/g, ' ')
        .replace(/&amp;/g, '&')
        .replace(/\s+/g, ' ')
        .trim();
    return {
        at,
        channel: 'note',
        direction: 'internal',
        subject: cut(words, NOTE_SUBJECT).trim() || 'Note',
        outcome: null,
        outcomeText: null
    };
}

interface MessageType {
    readonly channel: Channel;
    readonly subject: string;
    readonly outcome: Outcome;
}
/** A message on LinkedIn or WhatsApp is logged by hand, as a completed step; only an SMS is seen to leave. */
const MESSAGES: { readonly [type: string]: MessageType } = {
    LINKEDIN_MESSAGE: { channel: 'linkedin', subject: 'LinkedIn message', outcome: 'done' },
    WHATS_APP: { channel: 'whatsapp', subject: 'WhatsApp message', outcome: 'done' },
    SMS: { channel: 'sms', subject: 'SMS', outcome: 'sent' }
};

function messageOf(message: Activity): Details | null {
    const at = message.at('hs_timestamp', 'message time');
    const type = message.text('hs_communication_channel_type', 'message channel');
    const found = type === null ? undefined : known(MESSAGES, type);
    // Other channels (a portal's custom ones) are none that the agreement can speak of.
    if (at === null || !found) return null;
    return { at, ...found, direction: 'outbound', outcomeText: null };
}
