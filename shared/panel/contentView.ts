import type { Engagement, EngagementKind } from '../lead.ts';
import { aboutTest } from '../score/history.ts';
import type { Context } from './context.ts';
import { CONTENT_SECTIONS, gapTexts } from './gapsView.ts';
import { listing } from './line.ts';
import type { ContentGroup, Listing } from './types.ts';

const SHOWN = 5;

interface Asset {
    readonly title: string;
    readonly counts: Map<EngagementKind, number>;
    newest: Engagement;
    readonly forms: Engagement[];
}

/** Content history, one entry per asset, the latest first, with a form's own text (Q20, Q21, Q24). */
export function contentListing(context: Context): Listing<ContentGroup> {
    const { words } = context;
    const badgeOf = signalBadges(context);
    const groups = [...assets(context).values()]
        .sort((a, b) => b.newest.at - a.newest.at)
        .map((asset, index) => group(context, asset, String(index), badgeOf(asset.newest)));
    const stand = totals(context);
    return listing(
        context,
        words.content.heading,
        words.content.empty,
        stand === null ? groups : [stand, ...groups],
        SHOWN,
        gapTexts(context, CONTENT_SECTIONS)
    );
}

/** A page is told by its address without the query, everything else by its title. */
function assetKey({ kind, title, url }: Engagement): string {
    if (kind !== 'page_view' || url === null) return title;
    const end = url.search(/[?#]/);
    return end < 0 ? url : url.slice(0, end);
}

function assets({ lead, viewer }: Context): Map<string, Asset> {
    const found = new Map<string, Asset>();
    for (const engagement of lead.engagements) {
        if (engagement.at > viewer.now) break;
        const key = assetKey(engagement);
        const { kind, title } = engagement;
        let asset = found.get(key);
        if (asset === undefined) {
            asset = { title, counts: new Map(), newest: engagement, forms: [] };
            found.set(key, asset);
        }
        asset.counts.set(kind, (asset.counts.get(kind) ?? 0) + 1);
        asset.newest = engagement;
        if (engagement.answers.length > 0) asset.forms.push(engagement);
    }
    return found;
}

function group(
    context: Context,
    asset: Asset,
    id: string,
    badge: ContentGroup['badge']
): ContentGroup {
    const { format, words } = context;
    const summaries = [...asset.counts].map(([kind, count]) => words.content.summary(kind, count));
    return {
        id,
        title: asset.newest.title,
        summary: words.content.join(summaries),
        when: format.ago(asset.newest.at),
        whenTitle: format.full(asset.newest.at),
        badge,
        answers: asset.forms[asset.forms.length - 1]?.answers ?? []
    };
}

/** Finds the first signal that names an asset such as this one by its texts. */
function signalBadges({ agreement }: Context): (engagement: Engagement) => ContentGroup['badge'] {
    const tests = agreement.signals.map((signal) => ({ signal, isAbout: aboutTest(signal) }));
    return (engagement) => {
        const found = tests.find(
            ({ signal, isAbout }) => signal.kinds.includes(engagement.kind) && isAbout(engagement)
        );
        return found === undefined ? null : { text: found.signal.label, tone: 'good' };
    };
}

/** The sums that a CRM gives in place of the pages themselves. */
function totals({ lead, format, words }: Context): ContentGroup | null {
    if (lead.totals === null) return null;
    const { pageViews, visits, forms, lastVisitAt } = lead.totals;
    const count = (value: number | null) => (value === null ? null : format.number(value));
    const summary = words.content.totals(count(pageViews), count(visits), count(forms));
    if (summary === '') return null;
    return {
        id: 'totals',
        title: words.content.totalsTitle,
        summary,
        when: lastVisitAt === null ? '' : format.ago(lastVisitAt),
        whenTitle: lastVisitAt === null ? '' : format.full(lastVisitAt),
        badge: null,
        answers: []
    };
}
