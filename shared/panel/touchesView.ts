import type { Touch } from '../lead.ts';
import type { Context } from './context.ts';
import { gapTexts, TOUCH_SECTIONS } from './gapsView.ts';
import { agoAside, line, listing } from './line.ts';
import type { Line, Listing, Tone } from './types.ts';

const SHOWN = 5;
const GOOD = ['connected', 'replied', 'held'];
const BAD = ['bounced', 'wrong_number', 'no_show'];

/** Prior touches, the latest first: how, by whom, and with what outcome (Q20, Q22). */
export function touchListing(context: Context): Listing<Line> {
    const { lead, viewer, words } = context;
    const items = lead.touches
        .filter(({ at }) => at <= viewer.now)
        .reverse()
        .map((touch, index) => touchLine(context, touch, String(index)));
    const gaps = gapTexts(context, TOUCH_SECTIONS);
    return listing(context, words.touches.heading, words.touches.empty, items, SHOWN, gaps);
}

function touchLine(context: Context, touch: Touch, id: string): Line {
    const { words } = context;
    const { automatic, by, channel, direction, outcome, outcomeText, subject } = touch;
    const how = words.touches.text(channel, direction);
    const who = by?.name ?? null;
    const said = outcome === null ? outcomeText : words.touches.outcome[outcome];
    const details = [
        direction === 'inbound' || who === null ? null : words.touches.by(who),
        automatic ? words.touches.automatic : null
    ].filter((text) => text !== null);
    return line({
        id,
        text: saysMore(subject, words.touches.text(channel, 'outbound'))
            ? `${how}: ${subject}`
            : how,
        detail: details.join(', ') || null,
        ...agoAside(touch.at, context),
        badge: said === null ? null : { text: said, tone: tone(touch) }
    });
}

/** Both CRMs call a call "Call" until somebody gives it a subject. */
function saysMore(subject: string, channel: string): boolean {
    return subject !== '' && subject.toLowerCase() !== channel.toLowerCase();
}

function tone({ outcome }: Touch): Tone {
    if (outcome === null) return 'neutral';
    if (GOOD.includes(outcome)) return 'good';
    return BAD.includes(outcome) ? 'bad' : 'neutral';
}
