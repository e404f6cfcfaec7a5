/** Marketing email as the contact's properties tell of it: HubSpot's events leave it out. */
import type { Engagement, EngagementKind, Unreadable } from '../../lead.ts';
import { readInstant, readText } from '../read.ts';
import { asOf } from '../replay.ts';
import type { HubSpotObject } from './records.ts';
import { propertiesOf, versionsOf } from './value.ts';

const LAST_NAME = 'hs_email_last_email_name';

interface Source {
    readonly kind: EngagementKind;
    readonly first: string;
    readonly last: string;
}
const SOURCES: readonly Source[] = [
    { kind: 'email_open', first: 'hs_email_first_open_date', last: 'hs_email_last_open_date' },
    { kind: 'email_click', first: 'hs_email_first_click_date', last: 'hs_email_last_click_date' },
    { kind: 'email_reply', first: 'hs_email_first_reply_date', last: 'hs_email_last_reply_date' }
];

/** What is read with its history: each earlier value was an open, a click, a reply of its own. */
export const MARKETING_EMAIL_HISTORY: readonly string[] = [
    LAST_NAME,
    ...SOURCES.map(({ last }) => last)
];
/** What is read as it is now. */
export const MARKETING_EMAIL_PROPERTIES: readonly string[] = [
    ...MARKETING_EMAIL_HISTORY,
    ...SOURCES.map(({ first }) => first)
];

/** Opens, clicks and replies, each instant once. The title is that of the email last sent by then. */
export function marketingEmailsOf(contact: HubSpotObject, notes: Unreadable[]): Engagement[] {
    const properties = propertiesOf(contact);
    const names = versionsOf(contact, LAST_NAME, 'engagements', notes);
    return SOURCES.flatMap(({ kind, first, last }) => {
        const dates = [
            properties[first],
            ...versionsOf(contact, last, 'engagements', notes).map(({ value }) => value),
            properties[last]
        ].map((date) => readInstant('engagements', kind.replace('_', ' '), date, notes));
        return [...new Set(dates)].flatMap((at) => {
            if (at === null) return [];
            const name = names.length > 0 ? asOf(names, at) : properties[LAST_NAME];
            const title = readText('engagements', 'email name', name, notes) ?? 'Marketing email';
            return [{ at, kind, title, url: null, campaign: null, answers: [] }];
        });
    });
}
