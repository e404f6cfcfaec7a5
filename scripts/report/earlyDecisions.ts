/** Decisions that are older than the MQL they stand with: of an earlier hand-over, or a date is wrong. */
import type { Filters, LeadOutcome, Period } from '../../shared/acceptance/outcomeTypes.ts';
import { passes } from '../../shared/acceptance/filters.ts';
import type { StampedLead } from '../../shared/acceptance/stampedOutcome.ts';
import type { Instant } from '../../shared/lead.ts';

/** How many are named. */
export const NAMED = 20;

export interface EarlyDecision {
    /** Where it stands: the file's line, or the record's number. */
    readonly line: number;
    readonly id: string | null;
    readonly mqlAt: Instant;
    readonly decidedAt: Instant;
}

export interface EarlyDecisions {
    readonly count: number;
    /** The first ones, in the order of their lines. */
    readonly leads: readonly EarlyDecision[];
}

export const NO_EARLY_DECISIONS: EarlyDecisions = { count: 0, leads: [] };

/** What a record says of its decision. */
export type Decided = Pick<StampedLead, 'id' | 'mqlAt' | 'kind' | 'decidedAt'>;

/** Collects those of the period's MQLs that pass the filters: the leads that the report shows as undecided. */
export function earlyDecisions(
    period: Period,
    filters: Filters
): {
    readonly see: (lead: Decided, outcome: LeadOutcome, line: () => number) => void;
    readonly result: () => EarlyDecisions;
} {
    const leads: EarlyDecision[] = [];
    let count = 0;
    return {
        see({ decidedAt, id, kind, mqlAt }, outcome, line) {
            if (kind === null || decidedAt === null || decidedAt >= mqlAt) return;
            if (mqlAt < period.from || mqlAt >= period.to || !passes(outcome, filters)) return;
            count++;
            if (leads.length >= NAMED) return;
            leads.push({ line: line(), id, mqlAt, decidedAt });
        },
        result: () => ({ count, leads })
    };
}

export function mergeEarly(a: EarlyDecisions, b: EarlyDecisions): EarlyDecisions {
    const leads = [...a.leads, ...b.leads].sort((x, y) => x.line - y.line).slice(0, NAMED);
    return { count: a.count + b.count, leads };
}

/** One sentence for the page; null: there are none. */
export function earlyWords({ count, leads }: EarlyDecisions): string | null {
    if (count === 0) return null;
    const names = leads.map(({ id, line }) => id ?? `line ${line}`);
    const more =
        count > names.length ? ` and ${(count - names.length).toLocaleString('en')} more` : '';
    const what =
        count === 1
            ? '1 lead has a decision dated before its MQL and counts as undecided'
            : `${count.toLocaleString('en')} leads have a decision dated before their MQL and count as undecided`;
    return `${what}: ${names.join(', ')}${more}`;
}
