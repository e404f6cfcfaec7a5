/**
 * How numbers are written: 1,200.50 or 1.200,50. A text such as 1.200 can be either, so that the whole of its
 * column decides.
 */

/** What stands before the decimals. */
export type Notation = 'point' | 'comma';

/** As `--numbers` names them: by a language that writes so. */
export const NOTATIONS = {
    en: 'point',
    de: 'comma'
} as const satisfies { readonly [language: string]: Notation };

/** What a column's values show of their notation: any of these bits. */
export type Evidence = number;
const POINT = 1;
const COMMA = 2;
/** Only as a whole number does the value make sense, in a column of whole numbers: 1.160 minutes are 1160. */
const WHOLE_POINT = 4;
const WHOLE_COMMA = 8;

/** How the numbers of a file are written. */
export interface Notations {
    /** Columns whose values tell. */
    readonly columns: ReadonlyMap<string, Notation>;
    /** Of all other columns; null: not known. */
    readonly other: Notation | null;
}

export const NO_NOTATIONS: Notations = { columns: new Map(), other: null };
/** A CRM's API writes a point before decimals, and groups nothing. */
export const API_NOTATIONS: Notations = { columns: new Map(), other: 'point' };

/** Digits with whatever may group them or stand before decimals. */
const NUMBERS = /\d(?:[\d.,'’\u00a0\u202f ]*\d)?/g;
const SEPARATED = /\d[.,'’\u00a0\u202f ]\d/;
/** Apostrophes (Switzerland) and spaces (France) group digits everywhere. */
const SPACES = /['’\u00a0\u202f ]/g;
const GROUPED = {
    point: /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/,
    comma: /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/
};
/** `1.200`: three decimals, or a thousand. A number never begins with a zero to be grouped. */
const EITHER = /^[1-9]\d{0,2}[.,]\d{3}$/;
const DECIMAL = /^\d+([.,])\d+$/;
const SPACED = /^\d{1,3}(?:['’\u00a0\u202f ]\d{3})+(?:([.,])\d+)?$/;

/** Whether a text has a number with signs in it, which may mean one thing or another. */
export function isSeparated(text: string): boolean {
    return SEPARATED.test(text);
}

/**
 * What one value shows.
 *
 * @param isWhole the column holds whole numbers by what it is, such as minutes and employees
 */
export function evidenceIn(text: string, isWhole: boolean): Evidence {
    if (!SEPARATED.test(text)) return 0;
    let evidence = 0;
    for (const number of text.match(NUMBERS) ?? []) {
        const form = formOf(number);
        if (form === 'point') evidence |= POINT;
        else if (form === 'comma') evidence |= COMMA;
        else if (form === 'either' && isWhole && !number.endsWith('000')) {
            evidence |= number.includes('.') ? WHOLE_COMMA : WHOLE_POINT;
        }
    }
    return evidence;
}

/** A column's notation by all that its values show; null: they do not tell, or contradict each other. */
export function notationBy(evidence: Evidence): Notation | null {
    const written = evidence & (POINT | COMMA);
    if (written !== 0) return written === POINT ? 'point' : written === COMMA ? 'comma' : null;
    return evidence === WHOLE_POINT ? 'point' : evidence === WHOLE_COMMA ? 'comma' : null;
}

/**
 * A text with its numbers as JavaScript writes them: 1.200,50 as 1200.50.
 *
 * @param notation of its column, for what can be read in two ways; null: not known
 * @returns null when the text can be read in two ways and the column does not tell
 */
export function plainNumbers(text: string, notation: Notation | null): string | null {
    if (!SEPARATED.test(text)) return text;
    let isKnown = true;
    const plain = text.replace(NUMBERS, (number) => {
        const form = formOf(number);
        if (form === null) return number;
        const written = form === 'either' ? notation : form;
        if (written === null) isKnown = false;
        const digits = number.replace(SPACES, '');
        return written === 'comma'
            ? digits.replaceAll('.', '').replace(',', '.')
            : digits.replaceAll(',', '');
    });
    return isKnown ? plain : null;
}

/** A number of JSON as text that cannot be taken for a grouped one. */
export function numberText(number: number): string {
    return String(number).replace(/\.\d{3}(?=$|e)/, (decimals) => `${decimals}0`);
}

/** `both`: it means the same in the two ways. Null: no number in any, so that its signs stay as they are. */
function formOf(number: string): Notation | 'either' | 'both' | null {
    const spaced = SPACED.exec(number);
    if (spaced) return spaced[1] === undefined ? 'both' : spaced[1] === ',' ? 'comma' : 'point';
    if (EITHER.test(number)) return 'either';
    const decimal = DECIMAL.exec(number);
    if (decimal) return decimal[1] === '.' ? 'point' : 'comma';
    if (GROUPED.point.test(number)) return 'point';
    return GROUPED.comma.test(number) ? 'comma' : null;
}
