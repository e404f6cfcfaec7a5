import { feedbackDueAt } from '../../acceptance/feedback.ts';
import type { Agreement } from '../../agreement/types.ts';
import type { Decision } from '../../decision/types.ts';
import type { Instant, Lead, Section } from '../../lead.ts';
import { handoffStamps } from '../../response/stamps.ts';
import type { Stamps } from '../../response/stamps.ts';
import { readInstant, readNumber } from '../read.ts';
import { FEEDBACK, STAMP } from './names.ts';
import type { HubSpotRecords } from './records.ts';
import { propertiesOf } from './value.ts';

export interface Written {
    readonly [name: string]: string;
}

/** The parts of a record that the stamps rest on. */
const EVIDENCE: readonly Section[] = [
    'engagements',
    'page_views',
    'campaigns',
    'calls',
    'emails',
    'meetings',
    'messages',
    'tasks',
    'assignments'
];

/**
 * The contact properties that keep the hand-over in force, as far as they are to be written: what is
 * missing, what belongs to an earlier hand-over or an earlier owner, and evidence that came to light later
 * (an earlier first attempt, more attempts). What stands for this hand-over stays, whoever wrote it, and
 * the same record gives nothing to write twice. No decision is touched, and not `handoff_mql_at`: HubSpot
 * knows the crossing, and a copy of it would hide the next one.
 *
 * Empty where there is no hand-over, and where a part of the evidence could not be read this time.
 */
export function hubspotStamps(
    lead: Lead,
    records: HubSpotRecords,
    agreement: Agreement,
    now: Instant
): Written {
    const stamps = handoffStamps(lead, agreement, now);
    const { mqlAt, assignedAt, firstAttemptAt, firstContactAt, attempts } = stamps;
    const isPart = lead.gaps.some(
        ({ section, why }) => why === 'failed' && EVIDENCE.includes(section)
    );
    if (mqlAt === null || isPart) return {};

    const known = propertiesOf(records.contact);
    const instantOf = (name: string): Instant | null => readInstant('facts', name, known[name], []);
    const since = instantOf(STAMP.assignedAt);
    const isSame = since !== null && since >= mqlAt;
    const isOwners = isSame && (assignedAt === null || since >= assignedAt);
    /** An instant of this hand-over that is no later than the one found. */
    const stands = (name: string, found: Instant | null): boolean => {
        const at = instantOf(name);
        return isSame && at !== null && at >= mqlAt && (found === null || at <= found);
    };
    const counted = readNumber('facts', 'attempts', known[STAMP.attempts], []);

    const wanted: { [name: string]: string } = {};
    if (!isOwners) {
        wanted[STAMP.assignedAt] = instantText(assignedAt);
        wanted[STAMP.window] = stamps.window ?? '';
        wanted[STAMP.dueAt] = instantText(stamps.dueAt);
    }
    if (!stands(STAMP.firstAttemptAt, firstAttemptAt)) {
        wanted[STAMP.firstAttemptAt] = instantText(firstAttemptAt);
        wanted[STAMP.firstAttemptMinutes] = numberText(stamps.firstAttemptMinutes);
    }
    if (!stands(STAMP.firstContactAt, firstContactAt)) {
        wanted[STAMP.firstContactAt] = instantText(firstContactAt);
        wanted[STAMP.firstContactMinutes] = numberText(stamps.firstContactMinutes);
    }
    if (!isSame || counted === null || counted < (attempts ?? 0)) {
        wanted[STAMP.attempts] = numberText(attempts);
    }
    return { ...changed(wanted, known), ...score(stamps, known, isSame) };
}

/** The score is told once, as soon as somebody has the record; its breakdown is not read back. */
function score(
    { assignedAt, scoreAtMql, scoreBreakdown }: Stamps,
    known: { readonly [name: string]: unknown },
    isSame: boolean
): Written {
    const isKnown = (known[STAMP.scoreAtMql] ?? '') !== '';
    if (isSame && isKnown) return {};
    if (scoreAtMql !== null && assignedAt !== null) {
        return {
            [STAMP.scoreAtMql]: numberText(scoreAtMql),
            [STAMP.scoreBreakdown]: scoreBreakdown ?? ''
        };
    }
    return isKnown ? { [STAMP.scoreAtMql]: '', [STAMP.scoreBreakdown]: '' } : {};
}

/**
 * The contact properties that ask marketing to answer a decision (Q56): a rejection is to be answered in
 * the agreed time, and what marketing said to an earlier decision is no answer to this one.
 */
export function hubspotFeedback(decision: Decision, agreement: Agreement): Written {
    return {
        [FEEDBACK.answer]: '',
        [FEEDBACK.at]: '',
        [FEEDBACK.by]: '',
        [FEEDBACK.note]: '',
        [FEEDBACK.dueAt]: instantText(
            decision.kind === 'rejected' ? feedbackDueAt(decision.at, agreement) : null
        )
    };
}

/** What would be another value than the one that is there. */
function changed(wanted: Written, known: { readonly [name: string]: unknown }): Written {
    return Object.fromEntries(
        Object.entries(wanted).filter(([name, value]) => {
            const before = known[name] ?? '';
            return before !== value && !(value !== '' && isSameInstant(before, value));
        })
    );
}

/** HubSpot may leave out the milliseconds of an instant. */
function isSameInstant(before: unknown, value: string): boolean {
    return (
        typeof before === 'string' && ISO.test(value) && Date.parse(before) === Date.parse(value)
    );
}
const ISO = /^\d{4}-\d\d-\d\dT/;

function instantText(at: Instant | null): string {
    return at === null ? '' : new Date(at).toISOString();
}

function numberText(value: number | null): string {
    return value === null ? '' : String(value);
}
