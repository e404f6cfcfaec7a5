import { acceptance, acceptanceMetric, acceptanceSince } from '../acceptance/acceptance.ts';
import type { Agreement } from '../agreement/types.ts';
import type { SourceCounts } from '../lead.ts';
import { DECISION_KINDS } from '../lead.ts';
import { reasonLeaves } from '../decision/reasons.ts';
import { formatFor } from './format.ts';
import type { Badge, Line, Viewer } from './types.ts';
import { line } from './line.ts';
import { wordsFor } from './words/index.ts';
import { snapshotEn } from './words/snapshotEn.ts';

/** How many reasons a badge names. */
const REASONS = 3;

/** How many of a campaign's leads met with one decision for one reason; absent: none. */
export interface DecisionTotal {
    readonly decision?: string;
    readonly reason?: string;
    readonly detail?: string;
    readonly total: number;
}

/** Acceptance of one campaign's leads, and why they were turned away. */
export interface CampaignBadge {
    readonly badge: Badge;
    readonly basis: string;
    readonly alarm: string | null;
    readonly reasons: readonly Line[];
    readonly reasonsHeading: string;
}

/** Said in place of a badge that would need more members counted than one request can. */
export function tooManyMembers(members: number, viewer: Viewer): string {
    return snapshotEn.campaign.tooMany(formatFor(viewer).number(members));
}

/** The badge of a campaign in finished words; null: the agreement has no metric of decisions. */
export function campaignBadge(
    totals: readonly DecisionTotal[],
    agreement: Agreement,
    viewer: Viewer
): CampaignBadge | null {
    const counts: { -readonly [kind in keyof SourceCounts]: number } = {
        accepted: 0,
        qualified: 0,
        recycled: 0,
        rejected: 0,
        undecided: 0
    };
    const reasons = new Map<string, number>();
    for (const { decision, detail, reason, total } of totals) {
        const kind = DECISION_KINDS.find((one) => one === decision) ?? 'undecided';
        counts[kind] += total;
        if (kind !== 'rejected' && kind !== 'recycled') continue;
        const code = [reason ?? '', ...(detail === undefined ? [] : [detail])].join('.');
        reasons.set(code, (reasons.get(code) ?? 0) + total);
    }
    const result = acceptance(counts, agreement);
    const metric = acceptanceMetric(agreement);
    if (result === null || metric === undefined) return null;
    const words = wordsFor(viewer.locale).acceptance;
    const own = snapshotEn.campaign;
    const format = formatFor(viewer);
    const from = acceptanceSince(agreement, viewer.now);
    const counted = words.counted(
        metric.denominator,
        metric.cohort,
        from === null ? '' : format.day(from)
    );
    const { alarm, denominator, enough, high, low, numerator, rate, undecided } = result;
    const basis =
        rate === null || low === null || high === null
            ? own.none(counted)
            : enough
              ? words.basis(
                    numerator,
                    denominator,
                    counted,
                    format.percent(low),
                    format.percent(high)
                )
              : words.basisFew(numerator, denominator, counted, metric.smallestSample);
    const isLeftOut = undecided > 0 && metric.denominator !== 'delivered';
    const tone = alarm !== null ? 'bad' : result.metTarget === false ? 'warn' : 'good';
    const turnedAway = counts.rejected + counts.recycled;
    return {
        badge:
            rate !== null && enough
                ? { text: own.rate(format.percent(rate)), tone }
                : { text: own.tooFew, tone: 'neutral' },
        basis: [basis, ...(isLeftOut ? [words.undecided(undecided)] : [])].join('; '),
        alarm: alarm === null ? null : words.alarm(alarm.action, alarm.owner),
        reasonsHeading: own.reasons,
        reasons: [...reasons]
            .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
            .slice(0, REASONS)
            .map(([code, count]) =>
                line({
                    id: code,
                    text: labelOf(code, agreement) ?? own.noReason,
                    aside: `${format.number(count)} · ${format.percent(count / turnedAway)}`
                })
            )
    };
}

function labelOf(code: string, agreement: Agreement): string | null {
    const leaf = reasonLeaves(agreement).find((one) => one.code === code);
    return leaf?.label ?? (code === '' ? null : code);
}
