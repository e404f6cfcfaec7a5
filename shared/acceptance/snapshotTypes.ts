/** Leads counted beforehand, stretch by stretch, where a CRM cannot read them all when a page opens. */
import type { Instant } from '../lead.ts';

/**
 * What is counted of the leads of one group that became MQLs, or were decided, in one stretch of time.
 * Whatever is absent is none. Each list stands in the order that its comment names.
 */
export interface SnapshotCounts {
    /** By MQL date: accepted, qualified, recycled, rejected, undecided. */
    readonly mql?: readonly number[];
    /** By decision date, likewise. */
    readonly decision?: readonly number[];
    /** In time, late, open; for each response metric of the agreement. */
    readonly answers?: readonly (readonly number[])[];
    /** In time, late, open; by window, the empty text for none. */
    readonly windows?: { readonly [window: string]: readonly number[] };
    /** Minutes to the answer, as `packedMinutes` writes them; by window. */
    readonly minutes?: { readonly [window: string]: string };
    /** Minutes to the first person, likewise. */
    readonly routing?: string;
    /** Rejected, recycled, checked, contradicted; by reason, the empty text for none. */
    readonly reasons?: { readonly [reason: string]: readonly number[] };
    /** Of those turned away: the agreement called them MQLs, did not, not known. */
    readonly agreed?: readonly number[];
    /** Of those rejected: answered in time, late, open; agree, contest, fix promised. */
    readonly feedback?: readonly number[];
    /** Yes, no. */
    readonly complete?: readonly number[];
    /** In routing, response, decision. */
    readonly stalled?: readonly number[];
}

/** One group of leads over one stretch of time; stretches end where a period, a month or a trend may. */
export interface SnapshotGroup {
    readonly from: Instant;
    /** Not part of it. */
    readonly until: Instant;
    /**
     * `all`: every lead, for whole stretches at once; `people`: those of one source, rep and team;
     * `campaign`: those of one campaign, whatever their source or rep.
     */
    readonly of: 'all' | 'people' | 'campaign';
    readonly source: string | null;
    readonly rep: string | null;
    readonly team: string | null;
    readonly campaign: string | null;
    /** Null: only to know that there are such leads. */
    readonly counts: SnapshotCounts | null;
}

/** When leads were counted beforehand, by which agreement, and how far back. */
export interface SnapshotHead {
    readonly asOf: Instant;
    /** Leads that became MQLs or were decided from here on were counted. */
    readonly since: Instant;
    /** The hash of the agreement they were counted by. */
    readonly agreement: string;
}
