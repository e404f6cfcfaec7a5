import type { Field } from '../schema.ts';
import type { FieldValue } from '../values.ts';

/** In whose words values are shown. */
export interface Locale {
    /** BCP 47, such as `en-US`. */
    readonly language: string;
    /** IANA zone. */
    readonly timeZone: string;
}

/** The text beside a value in a record's representation; null where the value is its own text. */
export function displayValue(field: Field, value: FieldValue, locale: Locale): string | null {
    if (value === null) return null;
    if (field.picklist) {
        return field.picklist.values.find((one) => one.value === value)?.label ?? String(value);
    }
    switch (field.type) {
        case 'integer':
            return Number(value).toLocaleString(locale.language);
        case 'double':
            return Number(value).toLocaleString(locale.language, {
                minimumFractionDigits: field.digits?.decimal,
                maximumFractionDigits: field.digits?.decimal
            });
        case 'date':
            return new Date(String(value)).toLocaleDateString(locale.language, { timeZone: 'UTC' });
        case 'datetime':
            return new Date(String(value)).toLocaleString(locale.language, {
                timeZone: locale.timeZone,
                dateStyle: 'short',
                timeStyle: 'short'
            });
        default:
            return null;
    }
}
