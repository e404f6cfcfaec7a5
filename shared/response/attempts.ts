import { addBusinessDays } from '../calendar/businessDays.ts';
import type { Agreement } from '../agreement/types.ts';
import type { Channel, Instant, Lead, Touch } from '../lead.ts';
import { calendarOf } from './calendars.ts';
import { currentHandoff } from './handoff.ts';

export interface Attempts {
    /** Since when they are counted; null: the record was not handed over yet. */
    readonly since: Instant | null;
    /** Oldest first. */
    readonly attempts: readonly Touch[];
    readonly contacts: readonly Touch[];
    /** In the agreement's order; channels never tried are absent. */
    readonly byChannel: readonly { readonly channel: Channel; readonly count: number }[];
    readonly firstAttemptAt: Instant | null;
    readonly firstContactAt: Instant | null;
    /** The most attempts that fall within one agreed stretch, and the channels used in it (Q40). */
    readonly best: number;
    readonly bestChannels: number;
    /** "Unresponsive" may be said. */
    readonly met: boolean;
}

const REPLY_CHANNELS: readonly Channel[] = ['email', 'linkedin', 'sms', 'whatsapp'];

/** Both sides spoke: a connected call or a meeting that was held. */
function isConversation(touch: Touch): boolean {
    return (
        (touch.channel === 'call' && touch.outcome === 'connected') ||
        (touch.channel === 'meeting' && touch.outcome === 'held')
    );
}

/** Somebody tried to reach the person. An inbound message is not an attempt, a conversation is. */
function isAttempt(touch: Touch, agreement: Agreement): boolean {
    if (isConversation(touch)) return true;
    if (touch.direction !== 'outbound' || touch.automatic) return false;
    if (touch.outcome === 'scheduled' || touch.outcome === 'canceled') return false;
    return agreement.attempts.channels.includes(touch.channel);
}

/** The person was reached: a conversation, or an answer to an attempt. */
function isContact(touch: Touch, attempted: boolean): boolean {
    if (isConversation(touch)) return true;
    return attempted && touch.direction === 'inbound' && REPLY_CHANNELS.includes(touch.channel);
}

/** Attempts and contacts of everybody since `since`, oldest first. */
export function attemptsSince(
    lead: Lead,
    agreement: Agreement,
    since: Instant,
    now: Instant
): { attempts: Touch[]; contacts: Touch[] } {
    const attempts: Touch[] = [];
    const contacts: Touch[] = [];
    for (const touch of lead.touches) {
        if (touch.at < since || touch.at > now) continue;
        if (isContact(touch, attempts.length > 0)) contacts.push(touch);
        if (isAttempt(touch, agreement)) attempts.push(touch);
    }
    return { attempts, contacts };
}

/** The most attempts within one stretch that begins with an attempt, and their distinct channels. */
function bestStretch(
    attempts: readonly Touch[],
    agreement: Agreement
): Pick<Attempts, 'best' | 'bestChannels' | 'met'> {
    const { within, ...needed } = agreement.attempts.beforeUnresponsive;
    const calendar = calendarOf(agreement, agreement.calendar);
    let best = 0;
    let bestChannels = 0;
    let met = false;
    let end = 0;
    for (const [start, { at: from }] of attempts.entries()) {
        const until =
            'ms' in within
                ? from + within.ms
                : (addBusinessDays(calendar, from, within.businessDays) ?? Infinity);
        let next = attempts[end];
        while (next !== undefined && next.at <= until) {
            end += 1;
            next = attempts[end];
        }
        const channels = new Set(attempts.slice(start, end).map((touch) => touch.channel)).size;
        met ||= end - start >= needed.atLeast && channels >= needed.channels;
        if (end - start > best || (end - start === best && channels > bestChannels)) {
            best = end - start;
            bestChannels = channels;
        }
        if (end === attempts.length) break;
    }
    return { best, bestChannels, met };
}

/** Attempts and contacts by everybody in the current hand-off (Q40–Q42). */
export function countAttempts(lead: Lead, agreement: Agreement, now: Instant): Attempts {
    const since = currentHandoff(lead, now).assignments[0]?.at ?? null;
    const { attempts, contacts } =
        since === null
            ? { attempts: [], contacts: [] }
            : attemptsSince(lead, agreement, since, now);
    const byChannel = agreement.attempts.channels
        .map((channel) => ({
            channel,
            count: attempts.filter((touch) => touch.channel === channel).length
        }))
        .filter(({ count }) => count > 0);
    return {
        since,
        attempts,
        contacts,
        byChannel,
        firstAttemptAt: attempts[0]?.at ?? null,
        firstContactAt: contacts[0]?.at ?? null,
        ...bestStretch(attempts, agreement)
    };
}
