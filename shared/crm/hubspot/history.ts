/** The contact's property histories -> who had it when, and what was decided. */
import type { Assignment, Instant, PastDecision, PastFeedback, Unreadable } from '../../lead.ts';
import { readInstant, readText } from '../read.ts';
import { asOf, assignmentsFrom, decisionsFrom, feedbackFrom, SAME_SAVE } from '../replay.ts';
import type { Version } from '../replay.ts';
import { FEEDBACK, HANDOFF, OWNER } from './names.ts';
import type { Owners } from './owners.ts';
import type { HubSpotObject } from './records.ts';
import { enteredProperty } from './settings.ts';
import type { HubSpotSettings } from './settings.ts';
import { propertiesOf, versionsOf } from './value.ts';
import type { Properties } from './value.ts';

const OWNER_ASSIGNED = 'hubspot_owner_assigneddate';
const CONVERTED = ['hs_v2_date_entered_opportunity', 'hs_v2_date_entered_customer'] as const;
/** What is read as it is now; the owner and the decision are read with their histories. */
export const STAGE_PROPERTIES = [...CONVERTED, OWNER_ASSIGNED] as const;

/** When the person last crossed the MQL line: as Handoff wrote it, else by the lifecycle stage. */
export function mqlAtOf(
    properties: Properties,
    { mqlStage }: HubSpotSettings,
    notes: Unreadable[]
): Instant | null {
    return (
        readInstant('facts', 'MQL date', properties[HANDOFF.mqlAt], notes) ??
        readInstant('facts', 'MQL date', properties[enteredProperty(mqlStage)], notes)
    );
}

/**
 * When the person became an opportunity or a customer. One before the last hand-off is of an earlier
 * round and does not close this one.
 */
export function convertedAtOf(
    properties: Properties,
    mqlAt: Instant | null,
    notes: Unreadable[]
): Instant | null {
    const entered = CONVERTED.map((name) =>
        readInstant('facts', 'conversion date', properties[name], notes)
    ).filter((at): at is Instant => at !== null && (mqlAt === null || at >= mqlAt));
    return entered.length > 0 ? Math.min(...entered) : null;
}

/** Who had the record from when; without a history, since when the owner of now has it. */
export function assignmentsOf(
    contact: HubSpotObject,
    owners: Owners,
    notes: Unreadable[]
): Assignment[] {
    const versions = versionsOf(contact, OWNER, 'assignments', notes);
    if (versions.length > 0) {
        return assignmentsFrom(
            versions.map(({ at, value }) => ({ at, value: owners.byId(value) }))
        );
    }
    const properties = propertiesOf(contact);
    const to = owners.byId(properties[OWNER]);
    const at = readInstant('assignments', 'assignment date', properties[OWNER_ASSIGNED], notes);
    return to === null || at === null ? [] : [{ at, to }];
}

/**
 * The decisions that were saved on the contact, oldest first. One that somebody made by hand, without saying
 * when, was made when HubSpot saved it; then nobody knows by whom.
 */
export function decisionsOf(contact: HubSpotObject, notes: Unreadable[]): PastDecision[] {
    const valuesOfDecision = (name: string) => valuesOf(contact, name, notes);
    const by = valuesOfDecision(HANDOFF.decidedBy);
    const kind = valuesOfDecision(HANDOFF.decision);
    const reason = valuesOfDecision(HANDOFF.reason);
    const detail = valuesOfDecision(HANDOFF.detail);
    const note = valuesOfDecision(HANDOFF.note);
    const decidedAt = valuesOfDecision(HANDOFF.decidedAt).map((version) => ({
        ...version,
        by: readText('decisions', 'decided by', asOf(by, version.at + SAME_SAVE), notes)
    }));
    const undated = undatedSaves(kind, decidedAt, [...reason, ...detail, ...note]);
    return decisionsFrom(
        { kind, reason, detail, note, decidedAt: [...decidedAt, ...undated] },
        notes
    );
}

/** What marketing answered, oldest first. */
export function feedbackOf(contact: HubSpotObject, notes: Unreadable[]): PastFeedback[] {
    return feedbackFrom(
        {
            kind: valuesOf(contact, FEEDBACK.answer, notes),
            note: valuesOf(contact, FEEDBACK.note, notes),
            at: valuesOf(contact, FEEDBACK.at, notes),
            by: valuesOf(contact, FEEDBACK.by, notes)
        },
        notes
    );
}

/**
 * The saves of a decision that no instant of decision was saved with or after, before the next decision.
 * Each counts from its own time, and with what was said of it until then: by hand, people save property by
 * property.
 */
function undatedSaves(
    kind: readonly Version<unknown>[],
    decidedAt: readonly Version<unknown>[],
    more: readonly Version<unknown>[]
): Version<unknown>[] {
    return kind.flatMap(({ at, value }) => {
        if (at === 0 || value === null) return [];
        const next = Math.min(...kind.filter((other) => other.at > at).map((other) => other.at));
        const isWithin = (version: Version<unknown>): boolean =>
            version.at >= at - SAME_SAVE && version.at < next - SAME_SAVE;
        if (decidedAt.some((version) => version.value !== null && isWithin(version))) return [];
        const said = more.filter(isWithin).map((version) => version.at);
        return [{ at: Math.max(at, ...said), value: at }];
    });
}

/** The history of a property; without one, its value of now as if it had always been so. */
function valuesOf(contact: HubSpotObject, name: string, notes: Unreadable[]): Version<unknown>[] {
    const versions = versionsOf(contact, name, 'decisions', notes);
    const value = propertiesOf(contact)[name] ?? null;
    return versions.length > 0 ? versions : [{ at: 0, value }];
}
