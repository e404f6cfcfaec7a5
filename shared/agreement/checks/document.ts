import { parseDate } from '../../calendar/days.ts';
import { parseDuration } from '../duration.ts';
import type { Finding } from '../finding.ts';
import type { Check } from './check.ts';
import { itemsOf } from './check.ts';

const DAY = 86_400_000;
/** Months differ in length and reviews slip by a meeting or two. */
const SLACK = 31;

/** Dates in order, a review in time (Q90), and both sides' signatures (Q17). */
export const checkDocument: Check = ({ draft, broken }) => {
    const findings: Finding[] = [];
    const from = parseDate(draft.effectiveFrom ?? '');
    const review = parseDate(draft.nextReview ?? '');
    const every = parseDuration(draft.reviewEvery ?? '', 'calendar');
    const path = ['nextReview'];
    if (from !== null && review !== null && review < from) {
        const message = `the next review (${draft.nextReview}) comes before the agreement is in force (${draft.effectiveFrom}); move one`;
        findings.push({ code: 'document.review_before_start', path, message });
    }
    if (from !== null && review !== null && every !== null && 'ms' in every) {
        const latest = from + every.ms / DAY + SLACK;
        if (review > latest) {
            const message = `the next review (${draft.nextReview}) is later than ${every.text} after ${draft.effectiveFrom}; bring it forward or change reviewEvery`;
            findings.push({ code: 'document.review_late', path, message });
        }
    }
    const roles = new Set(
        itemsOf(draft.signedBy).map(([, { role }]) => role?.trim().toLowerCase())
    );
    if (draft.signedBy !== undefined && !broken('signedBy') && roles.size < 2) {
        const message =
            'both sides sign: name at least two people with different roles, such as CMO and VP Sales';
        findings.push({ code: 'document.signatures', path: ['signedBy'], message, at: 'key' });
    }
    return findings;
};
