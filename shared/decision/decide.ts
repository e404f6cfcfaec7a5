import type { Agreement } from '../agreement/types.ts';
import type { Issue } from '../issue.ts';
import { DECISION_KINDS } from '../lead.ts';
import type { Instant, Lead } from '../lead.ts';
import { lengthText } from '../panel/duration.ts';
import { factLabel } from '../panel/factText.ts';
import { wordsFor } from '../panel/words/index.ts';
import { issue } from './issue.ts';
import { readBy, readNote, readReason } from './readChoice.ts';
import { reasonsFor } from './reasons.ts';
import { closedBecause } from './state.ts';
import type { Choice, DecideResult, ReasonState } from './types.ts';

/**
 * Turns a choice into the decision a CRM writes, or says everything that is wrong with it (Q50–Q57). The
 * choice may be anything, of any type; a reason may be given by code, label or alias.
 */
export function decide(
    lead: Lead,
    agreement: Agreement,
    choice: Choice,
    now: Instant
): DecideResult {
    const given = read(choice);
    const issues: Issue[] = [];
    const closed = closedBecause(lead);
    if (closed !== null) issues.push(CLOSED[closed]);

    const kind = DECISION_KINDS.find((known) => known === given.kind) ?? null;
    if (kind === null) {
        issues.push(
            issue(
                'kind.unknown',
                'kind',
                `There is no such decision; choose one of: ${DECISION_KINDS.join(', ')}.`
            )
        );
    }
    const note = readNote(given.note, agreement, issues);
    const by = readBy(given.by, issues);
    const leaf = kind === null ? null : readReason(given.reason, kind, agreement, issues);
    if (leaf !== null) {
        const state = reasonsFor(lead, agreement, now).find(({ code }) => code === leaf.code);
        issues.push(...issuesOf(state as ReasonState, note, agreement));
    }
    if (kind === null || issues.length > 0) return { decision: null, issues };
    const decision = {
        kind,
        reason: leaf?.reason ?? null,
        detail: leaf?.detail ?? null,
        note,
        at: now,
        by
    };
    return { decision, issues: [] };
}

const CLOSED: { readonly [why in 'converted' | 'not_mql']: Issue } = {
    converted: issue(
        'lead.converted',
        '',
        'This lead is converted: decide on its opportunity instead.'
    ),
    not_mql: issue(
        'lead.not_mql',
        '',
        'This person is not an MQL, so there is no hand-off to decide on.'
    )
};

/** Nothing is known of the types yet. */
function read(choice: unknown): { readonly [part in keyof Choice]?: unknown } {
    return typeof choice === 'object' && choice !== null ? choice : {};
}

/** What the record and the note still lack for a reason. */
function issuesOf(
    { label, blocked, ask, askFact }: ReasonState,
    note: string | null,
    agreement: Agreement
): Issue[] {
    const issues: Issue[] = [];
    const words = wordsFor('en');
    if (blocked !== null) {
        const { have, need, channelsHave, channelsNeed, within } = blocked;
        const message =
            `"${label}" needs ${need} attempts on ${channelsNeed} channels ` +
            `within ${lengthText(within, words)}; there are ${have} on ${channelsHave}. Try again first.`;
        issues.push(issue('reason.too_early', 'reason', message));
    }
    if (note === null && ask !== null) {
        issues.push(issue('note.required', 'note', `"${label}" needs a note: ${ask}`));
    } else if (note === null && askFact !== null) {
        const fact = factLabel(askFact, agreement, words);
        const message = `${fact} is not known here: say in the note what you found.`;
        issues.push(issue('note.required', 'note', message));
    }
    return issues;
}
