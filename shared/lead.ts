/**
 * The vocabulary: one person, as both CRMs know them, in neither CRM's terms.
 * Everything is plain data; instants are epoch milliseconds; `null` means "not known".
 */
export type Instant = number;

/** Somebody on our side, or a queue. `id` is the CRM's own and only comparable within one CRM. */
export interface Person {
    readonly id: string;
    readonly name: string | null;
    readonly kind: 'person' | 'queue';
}

/** A size that a CRM may only know as a band ("51-200"); exact values have `min === max`. */
export interface Range {
    readonly min: number;
    readonly max: number | null;
}

export type Fact = string | number | boolean | Range | readonly string[] | null;

/** What is known of the person and their company; the agreement's ICP speaks of these names. */
export interface Facts {
    readonly name: Fact;
    readonly email: Fact;
    readonly phone: Fact;
    readonly title: Fact;
    readonly company: Fact;
    readonly employees: Fact;
    readonly revenue: Fact;
    readonly industry: Fact;
    readonly country: Fact;
    /** Facts that the agreement adds under `fields`. */
    readonly [custom: string]: Fact;
}

export const ENGAGEMENT_KINDS = [
    'page_view',
    'form',
    'download',
    'webinar',
    'event',
    'email_open',
    'email_click',
    'email_reply',
    'ad_click',
    'chat',
    'campaign'
] as const;
export type EngagementKind = (typeof ENGAGEMENT_KINDS)[number];

/** One answer in a form, in the person's own words (Q21). */
export interface Answer {
    readonly question: string;
    readonly answer: string;
}

/** One thing the person did with marketing's work. */
export interface Engagement {
    readonly at: Instant;
    readonly kind: EngagementKind;
    /** The asset: page title, form name, file, campaign. Never empty. */
    readonly title: string;
    readonly url: string | null;
    readonly campaign: string | null;
    readonly answers: readonly Answer[];
}

export const CHANNELS = [
    'call',
    'email',
    'linkedin',
    'sms',
    'whatsapp',
    'meeting',
    'task',
    'note',
    'mail'
] as const;
export type Channel = (typeof CHANNELS)[number];

export const OUTCOMES = [
    'connected',
    'no_answer',
    'voicemail',
    'wrong_number',
    'busy',
    'bounced',
    'replied',
    'held',
    'no_show',
    'canceled',
    'scheduled',
    'sent',
    'done'
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One thing sales did with the person, or the person with sales. */
export interface Touch {
    readonly at: Instant;
    readonly channel: Channel;
    readonly direction: 'outbound' | 'inbound' | 'internal';
    readonly by: Person | null;
    readonly subject: string;
    /** Null when the CRM says nothing we can read; `outcomeText` then holds its own words, if any. */
    readonly outcome: Outcome | null;
    readonly outcomeText: string | null;
    /** Sent by a sequence or an integration, not by a person's hand. */
    readonly automatic: boolean;
}

/** The record came to somebody (or to a queue). */
export interface Assignment {
    readonly at: Instant;
    readonly to: Person;
}

/** A sequence or cadence the person is or was in (Q22). */
export interface Sequence {
    readonly name: string;
    readonly by: Person | null;
    readonly since: Instant | null;
    readonly active: boolean;
}

export const DECISION_KINDS = ['accepted', 'qualified', 'recycled', 'rejected'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** A decision somebody made about this person, now or before (Q50–Q58). */
export interface PastDecision {
    readonly at: Instant;
    readonly by: string | null;
    readonly kind: DecisionKind;
    /** Codes of the agreement's reason tree, or the CRM's own text when it is not in the tree. */
    readonly reason: string | null;
    readonly detail: string | null;
    readonly note: string | null;
}

/** What marketing says to a rejection (Q56, Q100). */
export const FEEDBACK_KINDS = ['agree', 'contest', 'fix_promised'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/** What marketing answered to a rejection, now or before. */
export interface PastFeedback {
    readonly at: Instant;
    readonly by: string | null;
    readonly kind: FeedbackKind;
    readonly note: string | null;
}

/** How the leads of this person's source fared over the agreed period (Q60–Q63). */
export interface SourceCounts {
    readonly accepted: number;
    readonly qualified: number;
    readonly recycled: number;
    readonly rejected: number;
    readonly undecided: number;
}

/** Parts of a record that a CRM may not show us. */
export const SECTIONS = [
    'facts',
    'engagements',
    'page_views',
    'calls',
    'emails',
    'meetings',
    'tasks',
    'notes',
    'messages',
    'campaigns',
    'sequences',
    'assignments',
    'decisions',
    'acceptance',
    'owners',
    'settings'
] as const;
export type Section = (typeof SECTIONS)[number];

/** Something we could not see, and why: said in the panel, never shown as an empty box (Q27). */
export interface Gap {
    readonly section: Section;
    /** `no_functions`: only Handoff's own functions can read it, and they do not run here. */
    readonly why: 'not_synced' | 'no_access' | 'no_tier' | 'no_functions' | 'failed' | 'truncated';
    /** With `truncated`: how many were read. */
    readonly shown: number | null;
    /** With `truncated`: how many there are, when known. */
    readonly total: number | null;
}

/** A value in the record that made no sense: named, never guessed at. */
export interface Unreadable {
    readonly section: Section;
    /** What it should have been, in our words: "employees", "call time". */
    readonly what: string;
    /** The value as found, cut to 80 characters. */
    readonly value: string;
}

/** Sums that stand in for a history that the CRM did not give us. */
export interface Totals {
    readonly pageViews: number | null;
    readonly visits: number | null;
    readonly forms: number | null;
    readonly lastVisitAt: Instant | null;
}

/** A change of the CRM's own score. */
export interface OtherScoreChange {
    readonly at: Instant;
    readonly from: number | null;
    readonly to: number;
    /** What moved it, in the CRM's own words; empty: the CRM does not say. */
    readonly causes: readonly string[];
}

export interface Lead {
    readonly facts: Facts;
    /** Where the person came from, by the agreement's own id when the agreement knows it. */
    readonly source: string | null;
    readonly createdAt: Instant | null;
    /** When the person last crossed the MQL line. */
    readonly mqlAt: Instant | null;
    /** Who has the record now. */
    readonly owner: Person | null;
    /** Oldest first; the last one is to `owner`. */
    readonly assignments: readonly Assignment[];
    readonly convertedAt: Instant | null;
    /** Oldest first. */
    readonly engagements: readonly Engagement[];
    /** Only where the history itself could not be read. */
    readonly totals: Totals | null;
    /** Oldest first. */
    readonly touches: readonly Touch[];
    readonly sequences: readonly Sequence[];
    /** Oldest first; the last one counts only when it is not older than `mqlAt`. */
    readonly decisions: readonly PastDecision[];
    /** Oldest first; the last one answers the decision in force only when it is not older than that. */
    readonly feedback: readonly PastFeedback[];
    /** The CRM's or the marketing tool's own score, to be shown beside ours. */
    readonly otherScore: number | null;
    /** How that score came about, as far as the CRM says; oldest first. */
    readonly otherScoreChanges: readonly OtherScoreChange[];
    readonly sourceCounts: SourceCounts | null;
    readonly gaps: readonly Gap[];
    readonly unreadable: readonly Unreadable[];
}
