import type { Context } from './context.ts';
import type { Instant } from '../lead.ts';
import type { Line, Listing } from './types.ts';

/** A line with everything empty but what is given. */
export function line(parts: Partial<Line> & Pick<Line, 'id' | 'text'>): Line {
    return { detail: null, aside: null, asideTitle: null, badge: null, tone: 'neutral', ...parts };
}

/** "2 hours ago" at the line's end, with the full instant behind it. */
export function agoAside(at: Instant, { format }: Context): Pick<Line, 'aside' | 'asideTitle'> {
    return { aside: format.ago(at), asideTitle: format.full(at) };
}

/** A list that shows its first `shown` items and unfolds the rest. */
export function listing<T>(
    { words }: Context,
    heading: string,
    empty: string,
    items: readonly T[],
    shown: number,
    gaps: readonly string[] = []
): Listing<T> {
    return {
        heading,
        items,
        empty: items.length === 0 ? empty : null,
        more: items.length > shown ? words.more(items.length) : null,
        less: words.less,
        shown,
        gaps
    };
}
