import type { Agreement, Signal } from '../agreement/types.ts';
import type { Engagement, Instant, Lead } from '../lead.ts';
import { startOf } from './lookback.ts';
import { fold } from './text.ts';

/** What the person did up to an instant, read once however many rules ask. */
export interface History {
    /** The engagements that match, oldest first; of what is counted in visits, page views only. */
    readonly matching: (signal: Signal) => readonly Engagement[];
    /** The number of the visit that a page view belongs to, ascending in time. */
    readonly visitOf: (pageView: Engagement) => number;
}

/** Opens the history up to and including `now`; what comes later does not exist yet. */
export function openHistory(lead: Lead, agreement: Agreement, now: Instant): History {
    const byKind = new Map<string, Engagement[]>();
    for (const engagement of lead.engagements) {
        if (!(engagement.at <= now)) continue;
        const sameKind = byKind.get(engagement.kind);
        if (sameKind) sameKind.push(engagement);
        else byKind.set(engagement.kind, [engagement]);
    }
    const textOf = remember(({ title, url }: Engagement) => fold(`${title}\n${url ?? ''}`));
    const visits = remember(() => {
        const gap = now - startOf(agreement.sessionGap, now, agreement);
        return numberVisits(byKind.get('page_view') ?? [], gap);
    });
    const matching = remember((signal: Signal) => {
        const kinds = signal.count === 'engagements' ? signal.kinds : ['page_view'];
        const candidates = kinds
            .map((kind) => byKind.get(kind) ?? [])
            .filter(({ length }) => length > 0);
        const about = signal.about.map(fold);
        const found =
            about.length === 0
                ? candidates.flat()
                : candidates.flat().filter((engagement) => {
                      const text = textOf(engagement);
                      return about.some((words) => text.includes(words));
                  });
        return candidates.length > 1 ? found.sort((a, b) => a.at - b.at) : found;
    });
    return { matching, visitOf: (pageView) => visits(byKind).get(pageView) ?? 0 };
}

/** Visits are runs of page views, of whatever page, parted by gaps longer than agreed. */
function numberVisits(pageViews: readonly Engagement[], gap: number): Map<Engagement, number> {
    const visits = new Map<Engagement, number>();
    let visit = 0;
    let last = -Infinity;
    for (const pageView of pageViews) {
        if (pageView.at - last > gap) visit += 1;
        visits.set(pageView, visit);
        last = pageView.at;
    }
    return visits;
}

function remember<K extends object, V>(compute: (key: K) => V): (key: K) => V {
    const known = new Map<K, V>();
    return (key) => {
        let value = known.get(key);
        if (value === undefined) {
            value = compute(key);
            known.set(key, value);
        }
        return value;
    };
}
