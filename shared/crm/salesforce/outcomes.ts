/** What an org's people write as a call's result -> ours. The texts are each org's own. */
import type { Outcome } from '../../lead.ts';

interface Found {
    readonly outcome: Outcome | null;
    /** The org's own words where we have none. */
    readonly text: string | null;
}

const RESULTS: readonly (readonly [RegExp, Outcome])[] = [
    [/^(meaningful connect|connected|answered)$/, 'connected'],
    [/^(left )?(a )?(voice ?mail|vm)$/, 'voicemail'],
    [/^(no answer|not answered|unanswered|missed)$/, 'no_answer'],
    [/^busy$/, 'busy'],
    [/^(wrong|bad|invalid) number$/, 'wrong_number']
];

/** How a call ended, where its result says so in words that leave no doubt. */
export function callOutcome(result: string | null): Found {
    if (result === null) return { outcome: null, text: null };
    const words = result
        .toLowerCase()
        .replace(/[-_\s]+/g, ' ')
        .trim();
    const known = RESULTS.find(([pattern]) => pattern.test(words));
    return known ? { outcome: known[1], text: null } : { outcome: null, text: result };
}
