/** A contact's properties -> what is known of the person and their company. */
import type { Agreement } from '../../agreement/types.ts';
import type { Fact, Facts, Unreadable } from '../../lead.ts';
import { customFact, sourceIn } from '../facts.ts';
import { readNumber, readRange, readText } from '../read.ts';
import { SOURCE } from './names.ts';
import type { Properties } from './value.ts';

/** The built-in facts' properties; `name` and `phone` are made of two. */
export const FACT_PROPERTIES = [
    'firstname',
    'lastname',
    'email',
    'phone',
    'mobilephone',
    'jobtitle',
    'company',
    'numemployees',
    'annualrevenue',
    'industry',
    'country'
] as const;

/** The facts, by the agreement's names; its own `fields` come from the properties that it names. */
export function factsOf(properties: Properties, agreement: Agreement, notes: Unreadable[]): Facts {
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
        title: text('jobtitle', 'job title'),
        company: text('company', 'company'),
        employees: readRange('facts', 'employees', properties.numemployees, notes),
        revenue: readRange('facts', 'revenue', properties.annualrevenue, notes),
        industry: text('industry', 'industry'),
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

/** The portal's own score, as the agreement names it; null when it names none. */
export function otherScoreOf(
    properties: Properties,
    agreement: Agreement,
    notes: Unreadable[]
): number | null {
    const property = agreement.score.beside.hubspot;
    return property === null ? null : readNumber('facts', 'score', properties[property], notes);
}
