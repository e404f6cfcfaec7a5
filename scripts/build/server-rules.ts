/** What a Salesforce org needs of the agreement to follow it by itself: read by Apex's HandoffAgreement. */
import type {
    Agreement,
    Duration,
    Evidence,
    ResponseWindow
} from '../../shared/agreement/types.ts';
import { outcomeRules } from './outcome-rules.ts';

/** A fixed length or business days; Apex tells them apart by which key is there. */
type Length = { readonly ms: number } | { readonly businessDays: number };

/**
 * The rules that the server enforces, as plain data for JSON: calendars, signals, windows, attempts,
 * deadlines and reasons (Q30-Q42, Q50-Q56). No key is a reserved word of Apex, which reads them into classes.
 *
 * @throws Error when a calendar that is named is not there: the server would count no time at all
 */
export function serverRules(agreement: Agreement): object {
    const { attempts, decision } = agreement;
    for (const id of [agreement.calendar, ...agreement.windows.map(({ calendar }) => calendar)]) {
        if (!Object.hasOwn(agreement.calendars, id)) {
            throw new Error(
                `The agreement names the calendar "${id}", but has none: add it under "calendars".`
            );
        }
    }
    const { beforeUnresponsive } = attempts;
    return {
        id: agreement.id,
        version: agreement.version,
        hash: agreement.hash,
        calendar: agreement.calendar,
        calendars: agreement.calendars,
        signals: agreement.signals.map(({ id, kinds, about, count }) => ({
            id,
            kinds,
            about,
            count
        })),
        sessionGap: lengthOf(agreement.sessionGap),
        windows: agreement.windows.map(windowOf),
        reassignment: agreement.reassignment,
        attempts: {
            channels: attempts.channels,
            beforeUnresponsive: {
                atLeast: beforeUnresponsive.atLeast,
                within: lengthOf(beforeUnresponsive.within),
                channels: beforeUnresponsive.channels
            }
        },
        decision: {
            due: decision.due.map(({ within, after }) => ({
                within: lengthOf(within),
                startsAfter: after
            })),
            feedbackWithin: lengthOf(decision.feedbackWithin),
            noteMax: decision.note.max,
            labels: Object.entries(decision.labels).map(([code, { label, salesforce }]) => ({
                code,
                label,
                leadStatus: salesforce.Lead,
                contactStatus: salesforce.Contact
            }))
        },
        reasons: agreement.reasons.map(({ code, label, for: decisions, evidence, details }) => ({
            code,
            label,
            decisions,
            evidence: evidence.map(evidenceOf),
            details: details.map((detail) => ({
                code: detail.code,
                label: detail.label,
                evidence: detail.evidence.map(evidenceOf)
            }))
        })),
        outcomes: outcomeRules(agreement)
    };
}

function windowOf(window: ResponseWindow): object {
    return {
        id: window.id,
        label: window.label,
        criteria:
            window.when?.any.map(({ signal, atLeast, within }) => ({
                signal,
                atLeast,
                within: within && lengthOf(within)
            })) ?? null,
        within: lengthOf(window.within),
        clock: window.clock,
        calendar: window.calendar,
        starts: window.starts,
        stops: window.stops,
        warn: lengthOf(window.warn),
        ladder: window.ladder.map(({ at, to, label }) => ({
            after: lengthOf(at),
            recipient: to,
            label
        }))
    };
}

/** As Apex's HandoffAgreement.Length reads it. */
export function lengthOf(duration: Duration): Length {
    return 'ms' in duration ? { ms: duration.ms } : { businessDays: duration.businessDays };
}

function evidenceOf(evidence: Evidence): object {
    return {
        kind: evidence.kind,
        fact: evidence.kind === 'fact' ? evidence.field : null,
        ask: evidence.kind === 'note' ? evidence.ask : null
    };
}
