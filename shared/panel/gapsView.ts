import type { Gap, Section } from '../lead.ts';
import type { Context } from './context.ts';
import type { LeadPanel } from './types.ts';

/** What the content history and the prior touches say themselves, in place. */
export const CONTENT_SECTIONS: readonly Section[] = ['engagements', 'page_views', 'campaigns'];
export const TOUCH_SECTIONS: readonly Section[] = [
    'calls',
    'emails',
    'meetings',
    'tasks',
    'notes',
    'messages'
];

/** One line for all that is missing for the same reason; how many were read is said one by one. */
function gapLines(gaps: readonly Gap[], context: Context): LeadPanel['gaps'][number][] {
    const { format, words } = context;
    return gaps.flatMap((gap, index) => {
        const { section, shown, total, why } = gap;
        if (why === 'truncated') {
            const text = words.gaps.truncated(
                section,
                shown === null ? null : format.number(shown),
                total === null ? null : format.number(total)
            );
            return [{ section, text }];
        }
        if (gaps.findIndex((other) => other.why === why) < index) return [];
        const alike = gaps.filter((other) => other.why === why).map((other) => other.section);
        const sections = [...new Set(alike)];
        const only = sections.length === 1 ? section : null;
        return [{ section: only, text: words.gaps[why](sections) }];
    });
}

/** What could not be seen in these parts, for the place where they are shown. */
export function gapTexts(context: Context, sections: readonly Section[]): string[] {
    const gaps = context.lead.gaps.filter(({ section }) => sections.includes(section));
    return gapLines(gaps, context).map(({ text }) => text);
}

/** What could not be seen or read and is not said in its own part of the panel (Q27). */
export function otherGaps(context: Context): LeadPanel['gaps'] {
    const { lead, words } = context;
    const saidElsewhere = [...CONTENT_SECTIONS, ...TOUCH_SECTIONS];
    const gaps = lead.gaps.filter(({ section }) => !saidElsewhere.includes(section));
    return [
        ...gapLines(gaps, context),
        ...lead.unreadable.map(({ section, what, value }) => ({
            section,
            text: words.gaps.unreadable(what, value)
        }))
    ];
}
