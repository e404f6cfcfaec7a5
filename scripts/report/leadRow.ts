import { parseFilters } from '../../shared/acceptance/filters.ts';
import { FEEDBACK_KINDS } from '../../shared/acceptance/outcomeTypes.ts';
import type { FeedbackKind } from '../../shared/acceptance/outcomeTypes.ts';
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
import type { FoundInstant } from './instants.ts';
import { isNumberLike } from './numberFields.ts';
import { isSeparated, NOTATIONS, plainNumbers } from './numbers.ts';
import type { Notations } from './numbers.ts';
import { remembered } from './remembered.ts';
import type { Cells } from './rows.ts';
import { inOrder } from './wholeDays.ts';
import type { Happened, ReadLead, WholeDays } from './wholeDays.ts';

export interface RowReader {
    /** A row as a lead; a text says why it cannot be read; null: it was never an MQL. */
    readonly lead: (cells: Cells) => ReadLead | string | null;
    /** How many times had no zone so far. */
    readonly localTimes: () => number;
    /** How many dates had no time so far. */
    readonly wholeDays: () => number;
}

const YES_NO: { readonly [text: string]: boolean } = {
    true: true,
    yes: true,
    '1': true,
    false: false,
    no: false,
    '0': false
};

/** Reads rows of exports, whichever CRM they are from: values as they are stored, or as they are labelled. */
export function rowReader(agreement: Agreement, numbers: Notations): RowReader {
    const { zone } = specOf(agreement, agreement.calendar);
    const sourceOf = remembered((text) => sourceNamed(text, agreement));
    const reasonOf = remembered((text) => reasonNamed(text, agreement));
    const windowOf = remembered(
        (text) =>
            agreement.windows.find(({ id, label }) => id === text || fold(label) === fold(text))
                ?.id ?? text
    );
    const kindOf = remembered((text) => kindNamed(text, agreement));
    const dayOf = remembered((text) => instantIn(text, zone));
    let [local, wholeDays] = [0, 0];
    /** Of the row that is being read. */
    let days: { -readonly [moment in Happened]?: Instant } | null = null;

    const found = (cells: Cells, field: Field): FoundInstant | null => {
        const text = cells.text(field);
        if (text === '') return null;
        const one = text.length === 10 ? dayOf(text) : instantIn(text, zone);
        if (one === null) throw unreadable(field, text, 'a time such as 2026-10-05T14:30:00Z');
        if (one.until !== undefined) wholeDays++;
        else if (one.isLocal) local++;
        return one;
    };
    const instant = (cells: Cells, field: Happened): Instant | null => {
        const one = found(cells, field);
        if (one?.until !== undefined) (days ??= {})[field] = one.until;
        return one?.at ?? null;
    };
    /** A deadline that is a day is over when that day is. */
    const deadline = (cells: Cells, field: 'dueAt' | 'feedbackDueAt'): Instant | null => {
        const one = found(cells, field);
        return one?.until ?? one?.at ?? null;
    };
    const number = (cells: Cells, key: string): string => {
        const text = cells.text(key);
        if (!isSeparated(text)) return text;
        const plain = plainNumbers(text, numbers.columns.get(cells.column(key)) ?? numbers.other);
        if (plain !== null) return plain;
        const readings = Object.values(NOTATIONS).map((one) => plainNumbers(text, one));
        throw new Unreadable(
            `${cells.column(key)} “${cut(text, 60)}” can be ${readings.join(' or ')}, and its column does not tell: pass --numbers en or --numbers de`
        );
    };
    return {
        lead(cells) {
            try {
                days = null;
                const mqlAt = instant(cells, 'mqlAt');
                if (mqlAt === null) return null;
                const reason = cells.text('reason');
                const detail = cells.text('detail');
                const read = {
                    id: textOf(cells.text('id')),
                    mqlAt,
                    assignedAt: instant(cells, 'assignedAt'),
                    window: optional(cells.text('window'), windowOf),
                    dueAt: deadline(cells, 'dueAt'),
                    firstAttemptAt: instant(cells, 'firstAttemptAt'),
                    firstAttemptMinutes: minutes(
                        'firstAttemptMinutes',
                        number(cells, 'firstAttemptMinutes')
                    ),
                    firstContactAt: instant(cells, 'firstContactAt'),
                    firstContactMinutes: minutes(
                        'firstContactMinutes',
                        number(cells, 'firstContactMinutes')
                    ),
                    kind: optional(cells.text('decision'), kindOf),
                    decidedAt: instant(cells, 'decidedAt'),
                    reason: optional(
                        detail === '' ? reason : `${reason}${BETWEEN}${detail}`,
                        reasonOf
                    ),
                    source: optional(cells.text('source'), sourceOf),
                    campaign: textOf(cells.text('campaign')),
                    rep: textOf(cells.text('rep')),
                    team: textOf(cells.text('team')),
                    agreed: yesNo(cells, 'agreed'),
                    feedback: optional(cells.text('feedback'), feedbackNamed),
                    feedbackAt: instant(cells, 'feedbackAt'),
                    feedbackDueAt: deadline(cells, 'feedbackDueAt'),
                    isConverted: yesNo(cells, 'converted') ?? false,
                    facts: factsOf(cells, agreement, (key) => number(cells, key)),
                    days: days as WholeDays | null
                };
                return days === null ? read : inOrder(read, zone);
            } catch (error) {
                if (error instanceof Unreadable) return error.message;
                throw error;
            }
        },
        localTimes: () => local,
        wholeDays: () => wholeDays
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

function minutes(field: Field, text: string): number | null {
    if (text === '') return null;
    const count = Number(text);
    if (!(count >= 0 && count < Infinity)) throw unreadable(field, text, 'a number of minutes');
    return Math.floor(count);
}

function yesNo(cells: Cells, field: Field): boolean | null {
    const text = cells.text(field);
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
function factsOf(
    cells: Cells,
    agreement: Agreement,
    number: (key: string) => string
): Facts | null {
    const size = (field: 'employees' | 'revenue'): Fact => {
        const text = number(field);
        return text === '' ? null : readRange('facts', field, text, []);
    };
    const facts: { [name: string]: Fact } = {};
    for (const { id, label } of agreement.fields) {
        const key = customKey(id);
        const text = cells.text(key);
        facts[id] = customFact(isNumberLike(text) ? number(key) : text, label, []);
    }
    const all: Facts = {
        ...facts,
        name: textOf(cells.text('name')),
        email: textOf(cells.text('email')),
        phone: textOf(cells.text('phone')),
        title: textOf(cells.text('title')),
        company: textOf(cells.text('company')),
        employees: size('employees'),
        revenue: size('revenue'),
        industry: textOf(cells.text('industry')),
        country: textOf(cells.text('country'))
    };
    return Object.values(all).some(isKnown) ? all : null;
}
