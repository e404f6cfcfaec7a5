import type { Agreement } from '../agreement/types.ts';
import type { Instant, Lead } from '../lead.ts';
import { startOf } from './lookback.ts';
import { scoreLead } from './score.ts';
import type { Dimension, Score } from './types.ts';

/**
 * The score with which somebody became an MQL: what they had done by then, with the facts of today. It is
 * only told while that is honest: null once the crossing is older than the agreement lets evidence get
 * (`staleAfter`), because facts change, and null where a part of what they did could not be read this
 * time. What no reading of this CRM shows is unknown in the breakdown, as it is in the panel.
 */
export function scoreAtMql(lead: Lead, agreement: Agreement, now: Instant): Score | null {
    const { mqlAt } = lead;
    if (mqlAt === null || mqlAt > now) return null;
    if (mqlAt < startOf(agreement.staleAfter, now, agreement)) return null;
    const isPart = lead.gaps.some(
        ({ section, why }) => READ.includes(section) && (why === 'failed' || why === 'truncated')
    );
    return isPart ? null : scoreLead(lead, agreement, mqlAt);
}

/** What a score is made of. */
const READ: readonly string[] = ['facts', 'engagements', 'page_views', 'campaigns'];

/**
 * A score as compact JSON, for a text field: of each dimension its points, what its limit cut off, and its
 * rules as `[id, points, state]`. The points of a dimension are those of its rules less `capped`. The
 * agreement's hash says by which rules.
 */
export function breakdownText(score: Score, agreement: Agreement): string {
    return JSON.stringify({
        agreement: agreement.hash,
        total: score.total,
        fit: dimension(score.fit),
        engagement: dimension(score.engagement)
    });
}

function dimension({ points, capped, lines }: Dimension): object {
    return { points, capped, rules: lines.map((line) => [line.ruleId, line.points, line.state]) };
}
