import type { Agreement, Signal } from '../agreement/types.ts';
import type { Engagement, Instant, Lead } from '../lead.ts';
import { startOf } from './lookback.ts';

/** One engagement as signals are counted. */
export interface Seen {
    readonly engagement: Engagement;
    /** The number of the visit that a page view belongs to, ascending in time; 0 for other kinds. */
    readonly visit: number;
}

/** What the person did up to an instant, read once however many rules ask. */
export interface History {
    /** What matches, oldest first; of a signal that is counted in visits or pages, page views only. */
    readonly matching: (signal: Signal) => readonly Seen[];
}

/** Opens the history up to and including `now`; what comes later does not exist yet. */
export function openHistory(lead: Lead, agreement: Agreement, now: Instant): History {
    const byKind = readByKind(lead, agreement, now);
    const known = new Map<Signal, readonly Seen[]>();
    return {
        matching(signal) {
            let found = known.get(signal);
            if (found === undefined) {
                found = findMatching(signal, byKind);
                known.set(signal, found);
            }
            return found;
        }
    };
}

function readByKind(lead: Lead, agreement: Agreement, now: Instant): Map<string, Seen[]> {
    // Visits are runs of page views, of whatever page, parted by gaps longer than agreed.
    const gap = now - startOf(agreement.sessionGap, now, agreement);
    let visit = 0;
    let lastPageView = -Infinity;
    const byKind = new Map<string, Seen[]>();
    for (const engagement of lead.engagements) {
        const { at, kind } = engagement;
        if (!(at <= now)) continue;
        const isPageView = kind === 'page_view';
        if (isPageView && at - lastPageView > gap) visit += 1;
        if (isPageView) lastPageView = at;
        const seen = { engagement, visit: isPageView ? visit : 0 };
        const sameKind = byKind.get(kind);
        if (sameKind) sameKind.push(seen);
        else byKind.set(kind, [seen]);
    }
    return byKind;
}

function findMatching(signal: Signal, byKind: ReadonlyMap<string, Seen[]>): readonly Seen[] {
    const kinds: readonly string[] = signal.count === 'engagements' ? signal.kinds : ['page_view'];
    const seen = merge(
        [...byKind].filter(([kind]) => kinds.includes(kind)).map(([, list]) => list)
    );
    if (signal.about.length === 0) return seen;
    const isAbout = aboutTest(signal);
    return seen.filter(({ engagement }) => isAbout(engagement));
}

/** Whether an engagement's title or address holds one of a signal's texts; without texts none does. */
export function aboutTest({ about }: Signal): (engagement: Engagement) => boolean {
    if (about.length === 0) return () => false;
    const texts = anyOfTexts(about);
    return ({ title, url }) => texts.test(title) || (url !== null && texts.test(url));
}

/** One expression is several times faster than a search per text, and folds case by Unicode's rules. */
function anyOfTexts(texts: readonly string[]): RegExp {
    return new RegExp(
        texts.map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'),
        'iu'
    );
}

function merge(lists: readonly (readonly Seen[])[]): readonly Seen[] {
    const [first = []] = lists;
    if (lists.length <= 1) return first;
    return lists.flat().sort((a, b) => a.engagement.at - b.engagement.at);
}
