import type { Agreement } from '../types.ts';
import { compare, type Difference, type Step } from './compare.ts';
import { counted, subjectOf } from './subjects.ts';
import { quoted, valueText } from './values.ts';

export interface AgreementChange {
    /** Where, items by their names: `windows[standard].within`. */
    readonly path: string;
    readonly kind: Difference['kind'];
    /** One sentence. */
    readonly text: string;
    /** Undefined: there was none. */
    readonly before?: unknown;
    readonly after?: unknown;
}

export interface ChangeGroup {
    readonly title: string;
    readonly changes: readonly AgreementChange[];
}

type Key = Exclude<keyof Agreement, 'hash'>;

/** In the order in which people read an agreement; each key stands in one group. */
const GROUPS: { readonly [key in Key]: string } = {
    id: 'Document',
    title: 'Document',
    version: 'Document',
    effectiveFrom: 'Document',
    nextReview: 'Document',
    reviewEvery: 'Document',
    owner: 'Document',
    signedBy: 'Document',
    calendars: 'Working hours',
    calendar: 'Working hours',
    fields: 'Fields and sources',
    sources: 'Fields and sources',
    stages: 'Stages',
    signals: 'Signals',
    sessionGap: 'Signals',
    icp: 'ICP',
    score: 'Score',
    mql: 'MQL',
    hot: 'MQL',
    staleAfter: 'MQL',
    routing: 'Response',
    windows: 'Response',
    reassignment: 'Response',
    coverage: 'Response',
    attempts: 'Response',
    decision: 'Decisions',
    reasons: 'Reasons',
    metrics: 'Metrics and alarms',
    alarms: 'Metrics and alarms',
    calibration: 'Upkeep',
    disputes: 'Upkeep'
};

/**
 * What changes from one version of an agreement to the next, in sentences, grouped by subject and in the
 * order of the agreement. Empty when both say the same. The hash is left out: it follows from the rest.
 */
export function agreementDiff(before: Agreement, after: Agreement): ChangeGroup[] {
    const changes = compare(before, after);
    return [...new Set(Object.values(GROUPS))]
        .map((title) => ({
            title,
            changes: changes
                .filter(({ trail }) => GROUPS[trail[0]?.key as Key] === title)
                .map(changeOf)
                // A rule's label stands in its criterion too.
                .filter(({ text }, i, all) => all.findIndex((one) => one.text === text) === i)
        }))
        .filter(({ changes: found }) => found.length > 0);
}

function changeOf(difference: Difference): AgreementChange {
    const { kind, trail } = difference;
    const path = pathOf(trail);
    const text = capital(sentence(difference));
    if (kind === 'changed') {
        return { path, kind, text, before: difference.before, after: difference.after };
    }
    if (kind === 'order') return { path, kind, text, after: difference.names };
    return { path, kind, text, before: difference.removed, after: difference.added };
}

function sentence(difference: Difference): string {
    const { trail } = difference;
    if (difference.kind === 'items') return itemsSentence(difference);
    if (difference.kind === 'order') {
        return `${subjectOf(trail)}: another order, ${listed(difference.names)}.`;
    }
    const key = trail[trail.length - 1]?.key ?? '';
    const isDay = trail[trail.length - 2]?.key === 'week';
    const [before, after] = [difference.before, difference.after].map((value) => {
        if (value === undefined) return isDay ? valueText([], key) : null;
        return valueText(value, key);
    });
    const subject = subjectOf(trail);
    if (before === null) return `${subject} is now ${String(after)}; there was none.`;
    if (after === null) return `${subject} is no longer agreed; it was ${String(before)}.`;
    return `${subject} goes from ${String(before)} to ${String(after)}.`;
}

/** "3 reasons added: …", or "The closed days of the calendar “office”: … added, … removed." */
function itemsSentence({
    trail,
    names: { added, removed }
}: Extract<Difference, { kind: 'items' }>): string {
    const parts = [
        { names: added, verb: 'added' },
        { names: removed, verb: 'removed' }
    ].filter(({ names }) => names.length > 0);
    const one = parts.map(({ names, verb }) => {
        const what = counted(trail, names.length);
        return what === null ? null : `${what} ${verb}: ${listed(names)}`;
    });
    if (!one.includes(null)) return `${one.join('; ')}.`;
    const changes = parts.map(({ names, verb }) => `${listed(names)} ${verb}`);
    return `${subjectOf(trail)}: ${changes.join(', ')}.`;
}

function listed(names: readonly string[]): string {
    return names.map(quoted).join(', ');
}

function pathOf(trail: readonly Step[]): string {
    return trail
        .map(({ key, item }, i) => (item ? `[${key}]` : i === 0 ? key : `.${key}`))
        .join('');
}

function capital(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
