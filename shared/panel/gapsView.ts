import type { Gap, Section } from '../lead.ts';
import type { Context } from './context.ts';
import type { LeadPanel } from './types.ts';

function gapText({ section, why, shown, total }: Gap, { format, words }: Context): string {
    if (why !== 'truncated') return words.gaps[why](section);
    return words.gaps.truncated(
        section,
        format.number(shown ?? 0),
        total === null ? null : format.number(total)
    );
}

/** What could not be seen in these parts, for the place where they are shown. */
export function gapTexts(context: Context, sections: readonly Section[]): string[] {
    return context.lead.gaps
        .filter(({ section }) => sections.includes(section))
        .map((gap) => gapText(gap, context));
}

/** Everything that could not be seen or read (Q27). */
export function allGaps(context: Context): LeadPanel['gaps'] {
    const { lead, words } = context;
    return [
        ...lead.gaps.map((gap) => ({ section: gap.section, text: gapText(gap, context) })),
        ...lead.unreadable.map(({ section, what, value }) => ({
            section,
            text: words.gaps.unreadable(what, value)
        }))
    ];
}
