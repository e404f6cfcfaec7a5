/** A contact's properties as a search gives them, without any history -> what became of the lead. */
import { FEEDBACK_KINDS } from '../../acceptance/outcomeTypes.ts';
import type { LeadOutcome } from '../../acceptance/outcomeTypes.ts';
import { stampedOutcomes } from '../../acceptance/stampedOutcome.ts';
import type { StampedLead } from '../../acceptance/stampedOutcome.ts';
import type { Agreement } from '../../agreement/types.ts';
import { DECISION_KINDS } from '../../lead.ts';
import type { Instant } from '../../lead.ts';
import { readInstant, readNumber, readOneOf, readText } from '../read.ts';
import { convertedAtOf, mqlAtOf, STAGE_PROPERTIES } from './history.ts';
import { FEEDBACK, HANDOFF, OWNER, SOURCE, STAMP } from './names.ts';
import { ownersOf } from './owners.ts';
import { FACT_PROPERTIES, factsOf, sourceOf } from './person.ts';
import type { HubSpotObject, HubSpotOwner } from './records.ts';
import { enteredProperty } from './settings.ts';
import type { HubSpotSettings } from './settings.ts';
import { propertiesOf } from './value.ts';
import type { Properties } from './value.ts';

/** The campaign of the contact's last conversion; its earlier ones are only in its events. */
const CAMPAIGN = 'hs_analytics_last_touch_converting_campaign';
/** When anybody last called, wrote to or met the contact, by HubSpot's own account. */
const LAST_CONTACTED = 'notes_last_contacted';
const ASSIGNED = 'hubspot_owner_assigneddate';

/** The properties that `hubspotOutcomes` reads. */
export function outcomeProperties(agreement: Agreement, settings: HubSpotSettings): string[] {
    const { employees, industry, mqlStage, revenue, title } = settings;
    const { assignedAt, window, dueAt } = STAMP;
    const { firstAttemptAt, firstAttemptMinutes, firstContactAt, firstContactMinutes } = STAMP;
    const names = [
        ...FACT_PROPERTIES,
        ...[title, employees, revenue, industry, enteredProperty(mqlStage)],
        ...[SOURCE, CAMPAIGN, OWNER, LAST_CONTACTED, ...STAGE_PROPERTIES],
        ...[HANDOFF.mqlAt, HANDOFF.decision, HANDOFF.decidedAt, HANDOFF.reason, HANDOFF.detail],
        ...[assignedAt, window, dueAt],
        ...[firstAttemptAt, firstAttemptMinutes, firstContactAt, firstContactMinutes],
        ...[FEEDBACK.answer, FEEDBACK.at, FEEDBACK.dueAt],
        ...agreement.fields.flatMap((field) => field.hubspot ?? [])
    ];
    return [...new Set(names)];
}

export interface ContactOutcome {
    readonly outcome: LeadOutcome;
    /** The contact's name, or what else tells them from others; null: nothing does. */
    readonly name: string | null;
    /**
     * Somebody was in touch since the hand-over, and no panel was opened that would have stamped when: the
     * outcome then says nothing of the response, rather than calling it late.
     */
    readonly isResponseUnknown: boolean;
}

/**
 * Gives what became of contacts by `now`: the same as `outcomeOf` gives of their histories, as far as the
 * properties tell. One for many contacts; null: this one is no MQL.
 *
 * Without a stamp of this hand-over, HubSpot's own date of the last assignment counts. The rep is who has
 * the contact now, and the team that person's.
 */
export function hubspotOutcomes(
    agreement: Agreement,
    settings: HubSpotSettings,
    owners: readonly HubSpotOwner[],
    now: Instant
): (contact: HubSpotObject) => ContactOutcome | null {
    const outcomeOf = stampedOutcomes(agreement, now);
    const people = ownersOf(owners, []);
    const teams = new Map(owners.map((owner) => [owner.id, teamOf(owner)]));
    return (contact) => {
        const properties = propertiesOf(contact);
        const mqlAt = mqlAtOf(properties, settings, []);
        if (mqlAt === null || mqlAt > now) return null;
        const owner = people.byId(properties[OWNER]);
        const isPerson = owner !== null && owner.kind === 'person';
        const facts = factsOf(properties, agreement, settings, []);
        const stamps = stampsOf(properties, mqlAt, isPerson);
        const outcome = outcomeOf({
            id: contact.id,
            mqlAt,
            ...stamps,
            ...decisionOf(properties),
            source: sourceOf(properties, agreement, []),
            campaign: readText('campaigns', 'campaign', properties[CAMPAIGN], []),
            rep: isPerson ? (owner.name ?? owner.id) : null,
            team: isPerson ? (teams.get(owner.id) ?? null) : null,
            agreed: null,
            isConverted: convertedAtOf(properties, mqlAt, []) !== null,
            facts
        });
        const isResponseUnknown = isMissed(properties, stamps);
        const { company, email, name } = facts;
        return {
            outcome: isResponseUnknown ? withoutResponse(outcome) : outcome,
            name: [name, email, company].find((fact) => typeof fact === 'string') ?? null,
            isResponseUnknown
        };
    };
}

type Stamps = Pick<
    StampedLead,
    | 'assignedAt'
    | 'window'
    | 'dueAt'
    | 'firstAttemptAt'
    | 'firstAttemptMinutes'
    | 'firstContactAt'
    | 'firstContactMinutes'
>;

/** Stamps from before the crossing belong to an earlier hand-over. */
function stampsOf(properties: Properties, mqlAt: Instant, isOwned: boolean): Stamps {
    const at = (name: string): Instant | null => instantOf(properties, name);
    const since = (name: string): Instant | null => {
        const found = at(name);
        return found !== null && found >= mqlAt ? found : null;
    };
    const assignedAt = since(STAMP.assignedAt);
    if (assignedAt === null) {
        const last = isOwned ? at(ASSIGNED) : null;
        return {
            // Who had the contact at the crossing was assigned by it.
            assignedAt: last === null ? null : Math.max(last, mqlAt),
            window: null,
            dueAt: null,
            firstAttemptAt: null,
            firstAttemptMinutes: null,
            firstContactAt: null,
            firstContactMinutes: null
        };
    }
    const minutes = (name: string): number | null =>
        readNumber('facts', name, properties[name], []);
    return {
        assignedAt,
        window: readText('facts', 'response window', properties[STAMP.window], []),
        dueAt: at(STAMP.dueAt),
        firstAttemptAt: since(STAMP.firstAttemptAt),
        firstAttemptMinutes: minutes(STAMP.firstAttemptMinutes),
        firstContactAt: since(STAMP.firstContactAt),
        firstContactMinutes: minutes(STAMP.firstContactMinutes)
    };
}

function decisionOf(properties: Properties) {
    const text = (name: string): string | null => readText('decisions', name, properties[name], []);
    const reason = text(HANDOFF.reason);
    const detail = text(HANDOFF.detail);
    return {
        kind: readOneOf('decisions', 'decision', properties[HANDOFF.decision], DECISION_KINDS, []),
        decidedAt: instantOf(properties, HANDOFF.decidedAt),
        reason: reason === null || detail === null ? reason : `${reason}.${detail}`,
        feedback: readOneOf('decisions', 'answer', properties[FEEDBACK.answer], FEEDBACK_KINDS, []),
        feedbackAt: instantOf(properties, FEEDBACK.at),
        feedbackDueAt: instantOf(properties, FEEDBACK.dueAt)
    };
}

/** Whether somebody was in touch since the assignment, and no stamp says when first. */
function isMissed(properties: Properties, { assignedAt, firstAttemptAt }: Stamps): boolean {
    if (assignedAt === null || firstAttemptAt !== null) return false;
    const last = instantOf(properties, LAST_CONTACTED);
    return last !== null && last >= assignedAt;
}

function withoutResponse(outcome: LeadOutcome): LeadOutcome {
    const isStalled = outcome.stalled === 'response';
    return {
        ...outcome,
        inTime: null,
        answers: outcome.answers.map(() => null),
        stalled: isStalled ? null : outcome.stalled,
        stalledSince: isStalled ? null : outcome.stalledSince
    };
}

/** The owner's main team, else the first one. */
function teamOf({ teams = [] }: HubSpotOwner): string | null {
    const main = teams.find(({ primary }) => primary) ?? teams[0];
    return readText('owners', 'team', main?.name, []);
}

function instantOf(properties: Properties, name: string): Instant | null {
    return readInstant('facts', name, properties[name], []);
}
