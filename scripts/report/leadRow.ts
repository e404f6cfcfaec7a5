import { parseFilters } from '../../shared/acceptance/filters.ts';
import { FEEDBACK_KINDS } from '../../shared/acceptance/outcomeTypes.ts';
import type { FeedbackKind } from '../../shared/acceptance/outcomeTypes.ts';
import type { StampedLead } from '../../shared/acceptance/stampedOutcome.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import { customFact } from '../../shared/crm/facts.ts';
import { cut, MAX_TEXT, readRange } from '../../shared/crm/read.ts';
import { findReason } from '../../shared/decision/findReason.ts';
import { DECISION_KINDS } from '../../shared/lead.ts';
import type { DecisionKind, Fact, Facts, Instant } from '../../shared/lead.ts';
import { specOf } from '../../shared/response/calendars.ts';
import { isKnown } from '../../shared/score/factTest.ts';
import { fold } from '../../shared/score/text.ts';
import { customKey } from './columns.ts';
import { FIELD_NAMES } from './fields.ts';
import type { Field } from './fields.ts';
import { instantIn } from './instants.ts';
import type { Cells } from './rows.ts';

export interface RowReader {
    /** A row as a lead; a text says why it cannot be read; null: it was never an MQL. */
    readonly lead: (cells: Cells) => StampedLead | string | null;
    /** The last thing that had happened to a row's lead; null: nothing later than in the rows before. */
    readonly lastInstant: (cells: Cells) => Instant | null;
    /** How many times had no zone so far. */
    readonly localTimes: () => number;
}

/** Times of what has happened, and not of what is due. */
const HAPPENED = [
    'mqlAt',
    'assignedAt',
    'firstAttemptAt',
    'firstContactAt',
    'decidedAt',
    'feedbackAt'
] as const satisfies readonly Field[];

const YES_NO: { readonly [text: string]: boolean } = {
    true: true,
    yes: true,
    '1': true,
    false: false,
    no: false,
    '0': false
};

/** Reads rows of exports, whichever CRM they are from: values as they are stored, or as they are labelled. */
export function rowReader(agreement: Agreement): RowReader {
    const { zone } = specOf(agreement, agreement.calendar);
    const sourceOf = remembered((text) => sourceNamed(text, agreement));
    const reasonOf = remembered((text) => reasonNamed(text, agreement));
    const windowOf = remembered(
        (text) =>
            agreement.windows.find(({ id, label }) => id === text || fold(label) === fold(text))
                ?.id ?? text
    );
    const kindOf = remembered((text) => kindNamed(text, agreement));
    let local = 0;
    let latest = '';

    const instant = (cells: Cells, field: Field): Instant | null => {
        const text = cells(field);
        if (text === '') return null;
        const found = instantIn(text, zone);
        if (found === null) throw unreadable(field, text, 'a time such as 2026-10-05T14:30:00Z');
        if (found.isLocal) local++;
        return found.at;
    };
    return {
        lead(cells) {
            try {
                const mqlAt = instant(cells, 'mqlAt');
                if (mqlAt === null) return null;
                const reason = cells('reason');
                const detail = cells('detail');
                return {
                    id: textOf(cells('id')),
                    mqlAt,
                    assignedAt: instant(cells, 'assignedAt'),
                    window: optional(cells('window'), windowOf),
                    dueAt: instant(cells, 'dueAt'),
                    firstAttemptAt: instant(cells, 'firstAttemptAt'),
                    firstAttemptMinutes: minutes(cells, 'firstAttemptMinutes'),
                    firstContactAt: instant(cells, 'firstContactAt'),
                    firstContactMinutes: minutes(cells, 'firstContactMinutes'),
                    kind: optional(cells('decision'), kindOf),
                    decidedAt: instant(cells, 'decidedAt'),
                    reason: optional(
                        detail === '' ? reason : `${reason}${BETWEEN}${detail}`,
                        reasonOf
                    ),
                    source: optional(cells('source'), sourceOf),
                    campaign: textOf(cells('campaign')),
                    rep: textOf(cells('rep')),
                    team: textOf(cells('team')),
                    agreed: yesNo(cells, 'agreed'),
                    feedback: optional(cells('feedback'), feedbackNamed),
                    feedbackAt: instant(cells, 'feedbackAt'),
                    feedbackDueAt: instant(cells, 'feedbackDueAt'),
                    isConverted: yesNo(cells, 'converted') ?? false,
                    facts: factsOf(cells, agreement)
                };
            } catch (error) {
                if (error instanceof Unreadable) return error.message;
                throw error;
            }
        },
        lastInstant(cells) {
            let last: Instant | null = null;
            for (const field of HAPPENED) {
                const text = cells(field);
                // As texts of one form they stand in the order of time: only a later one is worth reading.
                const isUtc = text.length === 24 && text.endsWith('Z');
                if (text === '' || (isUtc && text <= latest)) continue;
                const at = instantIn(text, zone)?.at ?? null;
                if (at === null) continue;
                if (isUtc) latest = text;
                if (last === null || at > last) last = at;
            }
            return last;
        },
        localTimes: () => local
    };
}

class Unreadable extends Error {}

/** Between a reason and its detail; no text has it. */
const BETWEEN = '\u0000';

function unreadable(field: Field, text: string, wanted: string): Unreadable {
    const found = text.length > 60 ? `${cut(text, 60)}…` : text;
    return new Unreadable(`${FIELD_NAMES[field][0]} “${found}” is not ${wanted}`);
}

function textOf(text: string): string | null {
    return text === '' ? null : cut(text, MAX_TEXT);
}

function optional<T>(text: string, read: (text: string) => T): T | null {
    return text === '' ? null : read(text);
}

/** The same few texts come a million times. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
    const MOST = 10_000;
    const known = new Map<string, T>();
    return (text) => {
        let found = known.get(text);
        if (found === undefined) {
            found = read(text);
            if (known.size < MOST) known.set(text, found);
        }
        return found;
    };
}

function kindNamed(text: string, { decision }: Agreement): DecisionKind {
    const wanted = fold(text);
    const found = DECISION_KINDS.find(
        (kind) => fold(kind) === wanted || fold(decision.labels[kind].label) === wanted
    );
    if (found) return found;
    throw unreadable('decision', text, `one of ${DECISION_KINDS.join(', ')}`);
}

function feedbackNamed(text: string): FeedbackKind {
    const wanted = plain(text);
    const found = FEEDBACK_KINDS.find((kind) => wanted.startsWith(plain(kind)));
    if (found) return found;
    throw unreadable('feedback', text, `one of ${FEEDBACK_KINDS.join(', ')}`);
}

function plain(text: string): string {
    return fold(text).replace(/[^\p{L}]+/gu, '');
}

function minutes(cells: Cells, field: Field): number | null {
    const text = cells(field);
    if (text === '') return null;
    const count = Number(text.includes(',') ? text.replaceAll(',', '') : text);
    if (!(count >= 0 && count < Infinity)) throw unreadable(field, text, 'a number of minutes');
    return Math.floor(count);
}

function yesNo(cells: Cells, field: Field): boolean | null {
    const text = cells(field);
    if (text === '') return null;
    const found = YES_NO[text.toLowerCase()];
    if (found === undefined) throw unreadable(field, text, 'yes or no');
    return found;
}

/** The agreement's id when it knows the source, else the CRM's own value. */
function sourceNamed(text: string, agreement: Agreement): string {
    return parseFilters({ source: cut(text, MAX_TEXT) }, agreement).filters.source || text;
}

/** `group.detail` when the agreement knows it, by codes or by labels; else the CRM's own text. */
function reasonNamed(text: string, agreement: Agreement): string {
    const [reason = '', detail] = text.split(BETWEEN);
    const isOf = (one: { code: string; label: string; aliases: readonly string[] }, name: string) =>
        [one.code, one.label, ...one.aliases].some((known) => fold(known) === fold(name));
    const group = agreement.reasons.find((one) => isOf(one, reason));
    if (detail === undefined) {
        return group?.code ?? findReason(reason, agreement).leaf?.code ?? cut(reason, MAX_TEXT);
    }
    const found = group?.details.find((one) => isOf(one, detail));
    if (group && found) return `${group.code}.${found.code}`;
    return cut(`${group?.code ?? reason}.${detail}`, MAX_TEXT);
}

/** Null: the row says nothing of the person, which is no sign that a record lacks it. */
function factsOf(cells: Cells, agreement: Agreement): Facts | null {
    const size = (field: 'employees' | 'revenue'): Fact => {
        const text = cells(field);
        return text === '' ? null : readRange('facts', field, text, []);
    };
    const facts: { [name: string]: Fact } = {};
    for (const { id, label } of agreement.fields)
        facts[id] = customFact(cells(customKey(id)), label, []);
    const all: Facts = {
        ...facts,
        name: textOf(cells('name')),
        email: textOf(cells('email')),
        phone: textOf(cells('phone')),
        title: textOf(cells('title')),
        company: textOf(cells('company')),
        employees: size('employees'),
        revenue: size('revenue'),
        industry: textOf(cells('industry')),
        country: textOf(cells('country'))
    };
    return Object.values(all).some(isKnown) ? all : null;
}
