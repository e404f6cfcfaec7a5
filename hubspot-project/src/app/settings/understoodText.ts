import type { TestedRow } from '@handoff/core';
import { words } from './words.ts';

/** What Handoff made of a value, in the admin's locale and the account's zone; null: nothing. */
export function understoodText(
    { setting, understood }: TestedRow,
    locale: string,
    timeZone: string
): string | null {
    // HubSpot documents no form for it, and Intl throws at `en_US`.
    const locales = [locale.replaceAll('_', '-'), 'en-US'];
    const number = (value: number) => new Intl.NumberFormat(locales).format(value);
    if (understood === null) return null;
    if (typeof understood === 'number') {
        if (setting !== 'mqlStage') return number(understood);
        return new Intl.DateTimeFormat(locales, {
            dateStyle: 'medium',
            timeStyle: 'short',
            timeZone
        }).format(understood);
    }
    if (typeof understood === 'object' && 'min' in understood) {
        const { min, max } = understood;
        return max === null
            ? words.test.orMore(number(min))
            : words.test.range(number(min), number(max));
    }
    return String(understood);
}
