/** A Lead's or Contact's own fields -> what is known of the person and their company. */
import type { Agreement } from '../../agreement/types.ts';
import type { Fact, Facts, Instant, Unreadable } from '../../lead.ts';
import { customFact, sourceIn } from '../facts.ts';
import { readInstant, readNumber, readRange, readText } from '../read.ts';
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
    for (const { id, label, salesforce } of agreement.fields) {
        const field = salesforce[objectName];
        facts[id] = field === null ? null : customFact(valueAt(person, field), label, notes);
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
    return sourceIn(agreement, 'salesforce', found);
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

function first<T>(fields: readonly string[], read: (field: string) => T | null): T | null {
    for (const field of fields) {
        const value = read(field);
        if (value !== null) return value;
    }
    return null;
}
