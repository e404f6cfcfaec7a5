import type {
    SnapshotCounts,
    SnapshotGroup,
    SnapshotHead
} from '../../acceptance/snapshotTypes.ts';
import type { Filters, Period } from '../../acceptance/outcomeTypes.ts';
import type { Agreement } from '../../agreement/types.ts';
import type { Instant } from '../../lead.ts';
import { sourceIn } from '../facts.ts';

/** What Apex's HandoffAcceptance.load gives; what has no value is absent. */
export interface SalesforceSnapshot {
    readonly asOf?: string;
    readonly since?: string;
    readonly agreement?: string;
    readonly ends?: string;
    readonly groups: readonly SalesforceSnapshotGroup[];
    readonly mayRefresh: boolean;
}

export interface SalesforceSnapshotGroup {
    readonly startsAt: string;
    readonly endsAt: string;
    readonly kind: string;
    readonly source?: string;
    readonly rep?: string;
    readonly team?: string;
    readonly campaign?: string;
    readonly counts?: string;
}

/** When an org's leads were counted, and where its stretches of time end; null: they were not yet. */
export function snapshotHead(
    found: SalesforceSnapshot
): (SnapshotHead & { readonly ends: readonly Instant[] }) | null {
    const { agreement = '', asOf, ends, since } = found;
    const instants = parsed(ends);
    if (asOf === undefined || since === undefined || !Array.isArray(instants)) return null;
    return {
        asOf: Date.parse(asOf),
        since: Date.parse(since),
        agreement,
        ends: instants.filter((end): end is number => typeof end === 'number')
    };
}

/** An org's groups, with sources by the agreement's names. */
export function snapshotGroups(found: SalesforceSnapshot, agreement: Agreement): SnapshotGroup[] {
    return found.groups.map((group) => ({
        from: Date.parse(group.startsAt),
        until: Date.parse(group.endsAt),
        of: group.kind === 'people' || group.kind === 'campaign' ? group.kind : 'all',
        source: sourceIn(agreement, 'salesforce', group.source ?? null),
        rep: group.rep ?? null,
        team: group.team ?? null,
        campaign: group.campaign ?? null,
        counts: group.counts === undefined ? null : (parsed(group.counts) as SnapshotCounts)
    }));
}

/** The parameters of HandoffAcceptance.load for an overview; one source may go by many names in an org. */
export function snapshotRequest(
    period: Period,
    { source, rep, team }: Filters,
    agreement: Agreement
): { readonly [parameter: string]: string | readonly string[] | null } {
    const known = agreement.sources.find(({ id }) => id === source);
    const text = (at: Instant): string => new Date(at).toISOString();
    return {
        startsAt: text(period.from),
        endsAt: text(period.to),
        since: text(period.since),
        sources:
            source === undefined || source === null
                ? []
                : known && known.salesforce.length > 0
                  ? [...new Set([...known.salesforce, source])]
                  : [source],
        rep: rep ?? null,
        team: team ?? null
    };
}

function parsed(json: string | undefined): unknown {
    try {
        return JSON.parse(json ?? 'null');
    } catch {
        return null;
    }
}
