/** Tasks, Events and emails -> what sales did with the person. */
import type { Touch, Unreadable } from '../../lead.ts';
import { readInstant, readRows, readText } from '../read.ts';
import { emailsOf, withoutLoggedEmails } from './emails.ts';
import type { SalesforceEventRow, SalesforceRecords } from './records.ts';
import { personOf } from './row.ts';
import { tasksOf } from './tasks.ts';

/** Everything sales did, oldest first; an activity without a time is left out, and noted. */
export function touchesOf(records: SalesforceRecords, notes: Unreadable[]): Touch[] {
    const tasks = readRows('tasks', 'task', records.tasks, notes);
    const emails = readRows('emails', 'email', records.emails, notes);
    const events = readRows('meetings', 'meeting', records.events, notes);
    return [
        ...tasksOf(withoutLoggedEmails(tasks, emails), notes),
        ...emailsOf(emails, tasks, notes),
        ...meetingsOf(events, notes)
    ].sort((a, b) => a.at - b.at);
}

/** Salesforce keeps no outcome of an Event: one that began counts as held, and later ones are not yet read. */
function meetingsOf(rows: readonly SalesforceEventRow[], notes: Unreadable[]): Touch[] {
    return rows.flatMap((row) => {
        const at = readInstant('meetings', 'meeting time', row.StartDateTime, notes);
        if (at === null) return [];
        return [
            {
                at,
                channel: 'meeting',
                direction: 'outbound',
                by: personOf(row.OwnerId, row.Owner),
                subject: readText('meetings', 'meeting subject', row.Subject, notes) ?? 'Meeting',
                outcome: 'held',
                outcomeText: null,
                automatic: false
            }
        ];
    });
}
