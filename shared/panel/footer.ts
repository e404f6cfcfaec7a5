import type { Agreement } from '../agreement/types.ts';
import type { Format } from './format.ts';
import type { Words } from './words/index.ts';

/** "Marketing–sales agreement v1 · 3f2a9c1b · in force since Oct 1, 2026", and whether its review is due. */
export function footerText(agreement: Agreement, format: Format, words: Words): string {
    const text = words.footer(
        agreement.title,
        agreement.version,
        agreement.hash,
        format.day(agreement.effectiveFrom)
    );
    const { nextReview } = agreement;
    // The day of the review itself is not late.
    return format.today > nextReview
        ? `${text} · ${words.reviewOverdue(format.day(nextReview))}`
        : text;
}
