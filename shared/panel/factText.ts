import type { Agreement } from '../agreement/types.ts';
import type { Fact, Range } from '../lead.ts';
import type { Context } from './context.ts';
import type { Words } from './words/index.ts';

/** A fact as the panel shows it; null when it is not known. */
export function factText(value: Fact, { format, words }: Context): string | null {
    if (value === null) return null;
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return format.number(value);
    if (typeof value === 'boolean') return value ? words.fact.yes : words.fact.no;
    if (isRange(value)) {
        const max = value.max === null ? null : format.number(value.max);
        return words.fact.range(format.number(value.min), max);
    }
    return words.list(value);
}

function isRange(value: Range | readonly string[]): value is Range {
    return 'min' in value;
}

/** A fact's name: built in, or as the agreement labels its own. */
export function factLabel(field: string, agreement: Agreement, words: Words): string {
    return words.fields[field] ?? agreement.fields.find(({ id }) => id === field)?.label ?? field;
}
