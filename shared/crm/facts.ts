/** Facts that both CRMs keep wherever the agreement says. */
import type { Agreement } from '../agreement/types.ts';
import type { Fact, Unreadable } from '../lead.ts';
import { readNumber, readRange, readText } from './read.ts';

/** A code such as a postcode: as a number it would lose its zero. */
const CODE = /^0\d/;

/**
 * A fact that the agreement adds, under its label: Salesforce types its values, HubSpot sends text, and both
 * must read alike. Text that says yes or no, a number, a band or a list (`a;b`) becomes one.
 */
export function customFact(value: unknown, label: string, notes: Unreadable[]): Fact {
    if (typeof value === 'boolean') return value;
    if (typeof value === 'number') return readNumber('facts', label, value, notes);
    const text = readText('facts', label, value, notes);
    if (text === null || CODE.test(text)) return text;
    if (text === 'true' || text === 'false') return text === 'true';
    if (text.includes(';')) {
        return text
            .split(';')
            .map((part) => part.trim())
            .filter((part) => part !== '');
    }
    return readRange('facts', label, text, []) ?? text;
}

/** The agreement's id of a lead source when it lists the CRM's value, else that value. */
export function sourceIn(
    agreement: Agreement,
    crm: 'salesforce' | 'hubspot',
    found: string | null
): string | null {
    const wanted = found?.toLowerCase();
    const known = agreement.sources.find((source) =>
        source[crm].some((value) => value.toLowerCase() === wanted)
    );
    return known?.id ?? found;
}
