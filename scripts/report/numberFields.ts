import type { Field } from './fields.ts';

/** Fields that hold numbers; whole ones by what they count. */
export const NUMBER_FIELDS: readonly { readonly field: Field; readonly isWhole: boolean }[] = [
    { field: 'firstAttemptMinutes', isWhole: true },
    { field: 'firstContactMinutes', isWhole: true },
    { field: 'employees', isWhole: true },
    { field: 'revenue', isWhole: false }
];

const NUMBER_LIKE = /^[-+$€£\s]*\d[\d.,'’\u00a0\u202f $€£–—+-]*[kmb]?$/i;
/** A code such as a postcode, which is no number. */
const CODE = /^0\d/;

/** Whether a fact that the agreement adds, and which may be of any kind, is written as a number. */
export function isNumberLike(text: string): boolean {
    return NUMBER_LIKE.test(text) && !CODE.test(text);
}
