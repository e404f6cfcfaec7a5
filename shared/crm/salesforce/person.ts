/** A Lead's or Contact's own fields -> what is known of the person and their company. */
import type { Agreement } from '../../agreement/types.ts';
import type { Fact, Facts, Instant, Unreadable } from '../../lead.ts';
import { noteUnreadable, readInstant, readNumber, readRange, readText } from '../read.ts';
import { FACT_FIELDS, HANDOFF } from './names.ts';
import type { ObjectName } from './names.ts';
import { valueAt } from './row.ts';

/** The facts, by the agreement's names; its own `fields` come from the fields that it names. */
export function factsOf(
    person: unknown,
    objectName: ObjectName,
    agreement: Agreement,
    notes: Unreadable[]
): Facts {
    const where = FACT_FIELDS[objectName];
    const text = (fact: keyof typeof where): string | null =>
        first(where[fact], (field) => readText('facts', fact, valueAt(person, field), notes));
    const size = (fact: keyof typeof where): Fact =>
        first(where[fact], (field) => readRange('facts', fact, valueAt(person, field), notes));
    const facts: { [name: string]: Fact } = {};
    for (const { id, salesforce } of agreement.fields) {
        const field = salesforce[objectName];
        facts[id] = field === null ? null : customFact(valueAt(person, field), id, notes);
    }
    return {
        ...facts,
        name: text('name'),
        email: text('email'),
        phone: text('phone'),
        title: text('title'),
        company: text('company'),
        employees: size('employees'),
        revenue: size('revenue'),
        industry: text('industry'),
        country: text('country')
    };
}

/** The agreement's id of the lead source when it knows the org's value, else that value. */
export function sourceOf(
    person: unknown,
    agreement: Agreement,
    notes: Unreadable[]
): string | null {
    const found = readText('facts', 'source', valueAt(person, 'LeadSource'), notes);
    if (found === null) return null;
    const wanted = found.toLowerCase();
    const known = agreement.sources.find((source) =>
        source.salesforce.some((value) => value.toLowerCase() === wanted)
    );
    return known ? known.id : found;
}

/** The score that the agreement wants beside ours; Handoff's own field unless it names another. */
export function otherScoreOf(
    person: unknown,
    objectName: ObjectName,
    agreement: Agreement,
    notes: Unreadable[]
): number | null {
    const field = agreement.score.beside.salesforce[objectName] ?? HANDOFF.marketingScore;
    return readNumber('facts', 'score', valueAt(person, field), notes);
}

/** The day on which a Lead was converted, at noon UTC; a Contact is never converted. */
export function convertedAtOf(person: unknown, notes: Unreadable[]): Instant | null {
    return valueAt(person, 'IsConverted') === true
        ? readInstant('facts', 'conversion date', valueAt(person, 'ConvertedDate'), notes)
        : null;
}

/** Salesforce types its values; within text, a multi-select becomes a list and a band a range. */
function customFact(value: unknown, id: string, notes: Unreadable[]): Fact {
    if (value === null || value === undefined) return null;
    if (typeof value === 'boolean') return value;
    if (typeof value === 'number') return readNumber('facts', id, value, notes);
    if (typeof value !== 'string') {
        noteUnreadable('facts', id, value, notes);
        return null;
    }
    const text = readText('facts', id, value, notes);
    if (text?.includes(';')) {
        return text
            .split(';')
            .map((part) => part.trim())
            .filter((part) => part !== '');
    }
    const range = readRange('facts', id, text, []);
    return typeof range === 'object' && range !== null ? range : text;
}

function first<T>(fields: readonly string[], read: (field: string) => T | null): T | null {
    for (const field of fields) {
        const value = read(field);
        if (value !== null) return value;
    }
    return null;
}
