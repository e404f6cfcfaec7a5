/** A contact's properties -> what is known of the person and their company. */
import type { Agreement } from '../../agreement/types.ts';
import type { Fact, Facts, Unreadable } from '../../lead.ts';
import { customFact, sourceIn } from '../facts.ts';
import { readNumber, readRange, readText } from '../read.ts';
import { SOURCE } from './names.ts';
import type { HubSpotSettings } from './settings.ts';
import type { Properties } from './value.ts';

/** The built-in facts' properties that no setting names; `name` and `phone` are made of two. */
export const FACT_PROPERTIES = [
    'firstname',
    'lastname',
    'email',
    'phone',
    'mobilephone',
    'company',
    'country'
] as const;

/** The facts, by the agreement's names; its own `fields` come from the properties that it names. */
export function factsOf(
    properties: Properties,
    agreement: Agreement,
    settings: HubSpotSettings,
    notes: Unreadable[]
): Facts {
    const text = (property: string, what: string): string | null =>
        readText('facts', what, properties[property], notes);
    const names = [text('firstname', 'first name'), text('lastname', 'last name')];
    const facts: { [name: string]: Fact } = {};
    for (const field of agreement.fields) {
        facts[field.id] =
            field.hubspot === null
                ? null
                : customFact(properties[field.hubspot], field.label, notes);
    }
    return {
        ...facts,
        name: names.filter((part) => part !== null).join(' ') || null,
        email: text('email', 'email'),
        phone: text('phone', 'phone') ?? text('mobilephone', 'mobile phone'),
        title: text(settings.title, 'job title'),
        company: text('company', 'company'),
        employees: readRange('facts', 'employees', properties[settings.employees], notes),
        revenue: readRange('facts', 'revenue', properties[settings.revenue], notes),
        industry: text(settings.industry, 'industry'),
        country: text('country', 'country')
    };
}

/** The agreement's id of the source when it knows HubSpot's value, else that value. */
export function sourceOf(
    properties: Properties,
    agreement: Agreement,
    notes: Unreadable[]
): string | null {
    const found = readText('facts', 'source', properties[SOURCE], notes);
    return sourceIn(agreement, 'hubspot', found);
}

/** The portal's own score; null when none is shown. */
export function otherScoreOf(
    properties: Properties,
    { score }: HubSpotSettings,
    notes: Unreadable[]
): number | null {
    return score === null ? null : readNumber('facts', 'score', properties[score], notes);
}
