import type { Agreement, Evidence } from '../agreement/types.ts';
import type { Instant, Lead } from '../lead.ts';
import { countAttempts } from '../response/attempts.ts';
import type { Attempts } from '../response/attempts.ts';
import { evaluateCriterion, factOf, leavesOf } from '../score/criterion.ts';
import { isKnown } from '../score/factTest.ts';
import type { CriterionResult } from '../score/types.ts';
import type { ReasonState } from './types.ts';

/** A reason that can be chosen, before the record is looked at. */
export interface ReasonLeaf extends Pick<ReasonState, 'code' | 'label' | 'group' | 'for'> {
    readonly reason: string;
    /** Null: a first-level reason that stands alone. */
    readonly detail: string | null;
    readonly aliases: readonly string[];
    readonly evidence: readonly Evidence[];
}

/** The reasons that can be chosen, in the agreement's order; a detail asks for its group's evidence too. */
export function reasonLeaves(agreement: Agreement): ReasonLeaf[] {
    return agreement.reasons.flatMap((reason): ReasonLeaf[] => {
        const { code, label, aliases, evidence } = reason;
        if (reason.details.length === 0) {
            return [
                {
                    code,
                    label,
                    aliases,
                    evidence,
                    group: null,
                    for: reason.for,
                    reason: code,
                    detail: null
                }
            ];
        }
        return reason.details.map((detail) => ({
            code: `${code}.${detail.code}`,
            label: detail.label,
            aliases: detail.aliases,
            evidence: [...evidence, ...detail.evidence],
            group: label,
            for: reason.for,
            reason: code,
            detail: detail.code
        }));
    });
}

/**
 * Every reason with what the record says to it: what still blocks it (Q40), what contradicts it, what it
 * shows for it, and what the note must answer (Q54, Q55, Q57).
 */
export function reasonsFor(lead: Lead, agreement: Agreement, now: Instant): ReasonState[] {
    const attempts = countAttempts(lead, agreement, now);
    const icp = agreement.icp
        .map((criterion) => evaluateCriterion(criterion, lead.facts))
        .flatMap(leavesOf);
    return reasonLeaves(agreement).map((leaf) => reasonState(leaf, lead, agreement, attempts, icp));
}

function reasonState(
    leaf: ReasonLeaf,
    lead: Lead,
    agreement: Agreement,
    attempts: Attempts,
    icp: readonly CriterionResult[]
): ReasonState {
    let blocked: ReasonState['blocked'] = null;
    let contradiction: ReasonState['contradiction'] = null;
    let evidence: ReasonState['evidence'] = null;
    let ask: string | null = null;
    let askFact: string | null = null;
    for (const wanted of leaf.evidence) {
        if (wanted.kind === 'note') {
            ask ??= wanted.ask;
        } else if (wanted.kind === 'attempts') {
            blocked = attempts.met ? null : blockedBy(attempts, agreement);
            const touch = attempts.contacts[attempts.contacts.length - 1];
            contradiction ??= touch ? { kind: 'contact', touch } : null;
        } else {
            const { field } = wanted;
            const value = factOf(lead.facts, field);
            evidence ??= { field, value };
            askFact ??= isKnown(value) ? null : field;
            contradiction ??= contradictionBy(icp.filter((result) => result.field === field));
        }
    }
    const { code, label, group } = leaf;
    return {
        code,
        label,
        group,
        for: leaf.for,
        open: blocked === null,
        blocked,
        contradiction,
        evidence,
        ask,
        askFact
    };
}

function blockedBy(attempts: Attempts, agreement: Agreement): ReasonState['blocked'] {
    const { atLeast, within, channels } = agreement.attempts.beforeUnresponsive;
    return {
        kind: 'attempts',
        have: attempts.best,
        need: atLeast,
        channelsHave: attempts.bestChannels,
        channelsNeed: channels,
        within
    };
}

/** A mismatch is contradicted when the person meets all that the ICP asks of the field. */
function contradictionBy(results: readonly CriterionResult[]): ReasonState['contradiction'] {
    const [first] = results;
    if (first === undefined || results.some(({ state }) => state !== 'met')) return null;
    return {
        kind: 'fact',
        field: first.field as string,
        value: first.value,
        criterion: first.label
    };
}
