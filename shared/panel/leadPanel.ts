import type { Agreement } from '../agreement/types.ts';
import { decisionState } from '../decision/state.ts';
import type { Lead } from '../lead.ts';
import { countAttempts } from '../response/attempts.ts';
import type { Attempts } from '../response/attempts.ts';
import { responseClock } from '../response/clock.ts';
import { scoreLead } from '../score/score.ts';
import { acceptancePanel } from './acceptanceView.ts';
import { clockView } from './clockView.ts';
import { contentListing } from './contentView.ts';
import { contextFor } from './context.ts';
import type { Context } from './context.ts';
import { decisionPanel } from './decisionView.ts';
import { lengthText } from './duration.ts';
import { factText } from './factText.ts';
import { feedbackPanel } from './feedbackView.ts';
import { footerText } from './footer.ts';
import { otherGaps } from './gapsView.ts';
import { icpListing, scorePanel, whyNow } from './scoreView.ts';
import { touchListing } from './touchesView.ts';
import type { Labelled, LeadPanel, Tone, Viewer } from './types.ts';
import { warnings } from './warnings.ts';

const MQL_TONES = { yes: 'good', no: 'neutral', unknown: 'warn' } as const;

/**
 * Everything a panel shows of one person, in finished words and in the order a rep needs it.
 * The same lead, agreement and viewer give the same panel in both CRMs.
 */
export function leadPanel(lead: Lead, agreement: Agreement, viewer: Viewer): LeadPanel {
    const context = contextFor(lead, agreement, viewer);
    const { format, words } = context;
    const score = scoreLead(lead, agreement, viewer.now);
    const state = decisionState(lead, agreement, viewer.now);
    const clock = responseClock(lead, agreement, viewer.now);
    const { facts } = lead;
    const subtitle = words.titleAt(
        factText(facts.title, context),
        factText(facts.company, context)
    );
    return {
        title: factText(facts.name, context) ?? factText(facts.email, context) ?? words.unnamed,
        subtitle: subtitle === '' ? null : subtitle,
        mql: { text: words.mql[score.mql], tone: MQL_TONES[score.mql] },
        hot:
            score.hot === null
                ? null
                : { text: words.hot(score.hot.label, format.ago(score.hot.at)), tone: 'bad' },
        clock,
        clockView: clockView(clock, viewer),
        clockDetails: words.clock.details,
        attempts: attemptsLine(context, countAttempts(lead, agreement, viewer.now)),
        warnings: warnings(context, score, state),
        whyNow: whyNow(context, score),
        score: scorePanel(context, score),
        icp: icpListing(context, score),
        content: contentListing(context),
        touches: touchListing(context),
        decision: decisionPanel(context, state),
        feedback: feedbackPanel(context),
        acceptance: acceptancePanel(context, state),
        gaps: otherGaps(context),
        gapsHeading: words.gaps.heading,
        footer: footerText(agreement, format, words)
    };
}

/** Attempts by channel, apart from whether anybody was reached, and how far the plan is (Q40, Q41). */
function attemptsLine({ agreement, words }: Context, found: Attempts): Labelled {
    const { attempts, byChannel, contacts } = found;
    const { planned } = agreement.attempts;
    const total = attempts.length;
    const channels = byChannel.map(({ channel, count }) => words.attempts.channel(channel, count));
    const text =
        total === 0 ? words.attempts.none : words.attempts.text(total, channels, contacts.length);
    const plan =
        planned === null || total === 0
            ? null
            : words.attempts.planned(total, planned.atLeast, lengthText(planned.within, words));
    const tone: Tone = contacts.length > 0 ? 'good' : 'neutral';
    return {
        label: words.attempts.label,
        value: [text, plan].filter((part) => part !== null).join('; '),
        tone
    };
}
