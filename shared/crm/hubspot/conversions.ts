/** Form submissions as the contact's own properties tell of them. */
import type { Engagement, Instant, Unreadable } from '../../lead.ts';
import { MAX_ANSWER, readInstant, readText } from '../read.ts';
import { asOf, SAME_SAVE } from '../replay.ts';
import type { HubSpotObject } from './records.ts';
import { propertiesOf, versionsOf } from './value.ts';

/** What is read with its history. */
export const CONVERSION_HISTORY = [
    'recent_conversion_date',
    'recent_conversion_event_name',
    'message'
] as const;
/** What is read as it is now. */
export const CONVERSION_PROPERTIES = [
    ...CONVERSION_HISTORY,
    'first_conversion_date',
    'first_conversion_event_name'
] as const;

/** The submissions that the contact's properties know, each once, oldest first. */
export function conversionsOf(contact: HubSpotObject, notes: Unreadable[]): Engagement[] {
    const properties = propertiesOf(contact);
    const names = versionsOf(contact, 'recent_conversion_event_name', 'engagements', notes);
    const found = new Map<Instant, Engagement>();
    const add = (date: unknown, name: unknown): void => {
        const at = readInstant('engagements', 'conversion date', date, notes);
        const title = readText('engagements', 'conversion name', name, notes);
        if (at === null || (found.has(at) && title === null)) return;
        found.set(at, {
            at,
            kind: 'form',
            title: title ?? 'Form',
            url: null,
            campaign: null,
            answers: []
        });
    };
    for (const date of versionsOf(contact, 'recent_conversion_date', 'engagements', notes)) {
        add(date.value, asOf(names, date.at + SAME_SAVE));
    }
    add(properties.first_conversion_date, properties.first_conversion_event_name);
    add(properties.recent_conversion_date, properties.recent_conversion_event_name);
    return [...found.values()].sort((a, b) => a.at - b.at);
}

/**
 * Gives each submission what the person typed into its message field (Q21): HubSpot keeps it apart
 * from the submission, as one property of the contact.
 */
export function withMessages(
    engagements: readonly Engagement[],
    contact: HubSpotObject,
    notes: Unreadable[]
): Engagement[] {
    const now = propertiesOf(contact).message;
    const versions = versionsOf(contact, 'message', 'engagements', notes);
    const typed = versions.length > 0 ? versions : [{ at: Infinity, value: now }];
    const result = [...engagements];
    for (const { at, value } of typed) {
        const answer = readText('engagements', 'message', value, notes, MAX_ANSWER);
        const index = lastFormBefore(engagements, at + SAME_SAVE);
        const form = result[index];
        if (answer === null || !form) continue;
        result[index] = { ...form, answers: [{ question: 'Message', answer }] };
    }
    return result;
}

function lastFormBefore(engagements: readonly Engagement[], instant: Instant): number {
    for (let index = engagements.length - 1; index >= 0; index -= 1) {
        const one = engagements[index];
        if (one?.kind === 'form' && one.at <= instant) return index;
    }
    return -1;
}
