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

function gapText({ section, why, shown, total }: Gap, { format, words }: Context): string {
    if (why !== 'truncated') return words.gaps[why](section);
    return words.gaps.truncated(
        section,
        shown === null ? null : format.number(shown),
        total === null ? null : format.number(total)
    );
}

/** What could not be seen in these parts, for the place where they are shown. */
export function gapTexts(context: Context, sections: readonly Section[]): string[] {
    return context.lead.gaps
        .filter(({ section }) => sections.includes(section))
        .map((gap) => gapText(gap, context));
}

/** What could not be seen or read and is not said in its own part of the panel (Q27). */
export function otherGaps(context: Context): LeadPanel['gaps'] {
    const { lead, words } = context;
    const saidElsewhere = [...CONTENT_SECTIONS, ...TOUCH_SECTIONS];
    return [
        ...lead.gaps
            .filter(({ section }) => !saidElsewhere.includes(section))
            .map((gap) => ({ section: gap.section, text: gapText(gap, context) })),
        ...lead.unreadable.map(({ section, what, value }) => ({
            section,
            text: words.gaps.unreadable(what, value)
        }))
    ];
}
