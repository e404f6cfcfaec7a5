/** Emails: once each, though Enhanced Email keeps one as an EmailMessage and as the Task that logs it. */
import type { Touch, Unreadable } from '../../lead.ts';
import { readInstant, readText } from '../read.ts';
import type { SalesforceEmailRow, SalesforceTaskRow } from './records.ts';
import { personOf, sameId } from './row.ts';
import { isAutomatic } from './tasks.ts';

const DRAFT = '5';

/** Emails sent and received; a draft is none. */
export function emailsOf(
    rows: readonly SalesforceEmailRow[],
    tasks: readonly SalesforceTaskRow[],
    notes: Unreadable[]
): Touch[] {
    return rows.flatMap((row) => {
        if (row.Status === DRAFT) return [];
        const at = readInstant('emails', 'email time', row.MessageDate, notes);
        if (at === null) return [];
        const inbound = row.Incoming === true;
        const task = tasks.find(({ Id }) => sameId(Id, row.ActivityId));
        return [
            {
                at,
                channel: 'email',
                direction: inbound ? 'inbound' : 'outbound',
                // Whoever or whatever logged an email of theirs did not write it.
                by: inbound ? null : personOf(row.CreatedById, row.CreatedBy),
                subject: readText('emails', 'email subject', row.Subject, notes) ?? 'Email',
                outcome: inbound ? 'replied' : row.IsBounced === true ? 'bounced' : 'sent',
                outcomeText: null,
                automatic: task !== undefined && isAutomatic(task)
            }
        ];
    });
}

/** The Tasks that do not log one of these emails. */
export function withoutLoggedEmails(
    tasks: readonly SalesforceTaskRow[],
    emails: readonly SalesforceEmailRow[]
): SalesforceTaskRow[] {
    const logged = emails.filter(({ Status }) => Status !== DRAFT);
    return tasks.filter(({ Id }) => !logged.some(({ ActivityId }) => sameId(ActivityId, Id)));
}
