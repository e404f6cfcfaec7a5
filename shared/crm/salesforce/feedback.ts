/** The fields of marketing's answer and their history -> the answers, oldest first. */
import { FEEDBACK_KINDS } from '../../lead.ts';
import type { PastFeedback, Unreadable } from '../../lead.ts';
import { readInstant } from '../read.ts';
import { feedbackFrom } from '../replay.ts';
import type { Version } from '../replay.ts';
import { coded, versionsOf } from './history.ts';
import type { Change } from './history.ts';
import { FEEDBACK } from './names.ts';
import { valueAt } from './row.ts';

/** As the package's value set calls them. */
const VALUES = [
    { code: 'agree', label: 'We agree' },
    { code: 'contest', label: 'We contest it' },
    { code: 'fix_promised', label: 'We agree and will fix it' }
];

/**
 * What marketing answered, now and before. When it was given and by whom, the record itself says of the
 * answer that stands, and the history of those before; the history may lag behind the record.
 */
export function feedbackOf(
    person: unknown,
    changes: readonly Change[],
    notes: Unreadable[]
): PastFeedback[] {
    const now = FEEDBACK_KINDS.find((kind) => kind === valueAt(person, FEEDBACK.answer)) ?? null;
    const kind = coded(versionsOf(person, FEEDBACK.answer, changes), VALUES);
    const given = valueAt(person, FEEDBACK.at) ?? null;
    const last = kind[kind.length - 1];
    if (now !== null && last !== undefined && last.value !== now) {
        kind.push({ at: readInstant('decisions', '', given, []) ?? Infinity, value: now });
    }
    const standsSince = kind[kind.length - 1]?.at ?? -Infinity;
    const ofNow = (value: unknown): Version<unknown>[] =>
        now === null ? [] : [{ at: standsSince, value: value ?? null }];
    return feedbackFrom(
        {
            kind,
            note: [
                ...versionsOf(person, FEEDBACK.note, changes),
                ...ofNow(valueAt(person, FEEDBACK.note))
            ],
            at: ofNow(given),
            by: ofNow(valueAt(person, FEEDBACK.byName))
        },
        notes
    );
}
