import { addOpenTime, isOpen, openSpans, openTime } from '../calendar/index.ts';
import type { Instant } from '../lead.ts';
import { open } from '../response/calendars.ts';
import { elapsedOn } from '../response/clock.ts';
import { durationText } from './duration.ts';
import { formatFor } from './format.ts';
import type { Format } from './format.ts';
import type { Badge, Clock, ClockState, ClockView, Labelled, Line, Tone, Viewer } from './types.ts';
import { wordsFor } from './words/index.ts';
import type { Words } from './words/index.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** More stretches of working time than this are summed up, not listed. */
const SPANS_SHOWN = 4;

const TONES: { readonly [state in ClockState]: Tone } = {
    not_started: 'neutral',
    waiting: 'neutral',
    due_soon: 'warn',
    overdue: 'bad',
    answered_in_time: 'good',
    answered_late: 'warn'
};

interface Reading {
    readonly clock: Clock;
    readonly state: ClockState;
    readonly now: Instant;
    /** Used of the window, in milliseconds on its own clock. */
    readonly used: number;
    readonly format: Format;
    readonly words: Words;
}

/**
 * A clock as it reads at `viewer.now`. Call it again after `redrawAfter` milliseconds; it needs
 * neither the lead nor the agreement.
 */
export function clockView(clock: Clock, viewer: Viewer): ClockView {
    const words = wordsFor(viewer.locale);
    const { now } = viewer;
    const used =
        clock.used ?? (clock.startedAt === null ? 0 : elapsedOn(clock, clock.startedAt, now));
    const reading = {
        clock,
        state: stateAt(clock, now, used),
        now,
        used,
        format: formatFor(viewer),
        words
    };
    return {
        state: reading.state,
        badge: badge(reading),
        headline: headline(reading),
        due: due(reading),
        progress: clock.length === null ? null : percentUsed(used, clock.length),
        arithmetic: arithmetic(reading),
        facts: facts(reading),
        ladder: ladder(reading),
        announcement: announcement(reading),
        redrawAfter: redrawAfter(reading)
    };
}

/** A window that ends as it begins is used up at once. */
function percentUsed(used: number, length: number): number {
    return used >= length ? 100 : Math.round((used / length) * 100);
}

function stateAt(clock: Clock, now: Instant, used: number): ClockState {
    if (clock.state === 'not_started') return 'not_started';
    if (clock.state === 'answered') {
        return used <= (clock.length ?? Infinity) ? 'answered_in_time' : 'answered_late';
    }
    if (clock.dueAt !== null && now >= clock.dueAt) return 'overdue';
    return clock.warnAt !== null && now >= clock.warnAt ? 'due_soon' : 'waiting';
}

function routingUsed({ clock: { routing }, now }: Reading): number {
    return routing === null ? 0 : elapsedOn(routing, routing.from, routing.to ?? now);
}

function routingTone(reading: Reading): Tone {
    const { routing } = reading.clock;
    if (routing === null || routingUsed(reading) <= routing.within) return 'neutral';
    return routing.to === null ? 'bad' : 'warn';
}

function badge(reading: Reading): Badge {
    const { state, clock, words } = reading;
    if (state === 'not_started' && clock.waitingFor === 'assignment') {
        const late = routingTone(reading) === 'bad';
        return { text: words.clock.badge.unassigned, tone: late ? 'bad' : 'warn' };
    }
    return { text: words.clock.badge[state], tone: TONES[state] };
}

function headline(reading: Reading): string {
    const { clock, state, used, words } = reading;
    const length = clock.length ?? 0;
    const text = (ms: number) => durationText(ms, words, clock.clock);
    switch (state) {
        case 'not_started':
            return clock.routing === null
                ? words.clock.notHandedOver
                : words.clock.unassigned(
                      durationText(routingUsed(reading), words, clock.routing.clock)
                  );
        case 'waiting':
        case 'due_soon':
            return clock.dueAt === null
                ? words.clock.noDeadline
                : words.clock.left(text(length - used));
        case 'overdue':
            return words.clock.overdue(text(used - length));
        case 'answered_in_time':
            return words.clock.answered(text(used));
        case 'answered_late':
            return words.clock.answeredLate(text(used), text(used - length));
    }
}

function due({ clock, state, format, words }: Reading): string | null {
    if (clock.dueAt === null) return null;
    const at = format.dateTime(clock.dueAt);
    return state === 'waiting' || state === 'due_soon'
        ? words.clock.due(at)
        : words.clock.wasDue(at);
}

/** When the calendar opens again; null while it is open or when it never does. */
function opensAt({ clock, now }: Reading): Instant | null {
    if (clock.clock === 'elapsed' || clock.state !== 'running') return null;
    const calendar = open(clock.calendar);
    if (isOpen(calendar, now)) return null;
    const firstMoment = addOpenTime(calendar, now, 1);
    return firstMoment === null ? null : firstMoment - 1;
}

/** "3 h 12 m used: Fri 4:00 – 5:00 PM, Mon 9:00 – 11:12 AM". */
function arithmetic({ clock, now, used, format, words }: Reading): string | null {
    if (clock.startedAt === null) return null;
    const duration = durationText(used, words, clock.clock);
    if (clock.clock === 'elapsed') {
        return words.clock.usedElapsed(duration, format.dateTime(clock.startedAt));
    }
    const calendar = open(clock.calendar);
    const end = clock.stoppedAt ?? now;
    const spans = openSpans(calendar, clock.startedAt, end, SPANS_SHOWN);
    const last = spans[spans.length - 1];
    if (last === undefined) return words.clock.usedNone;
    const rest = openTime(calendar, last.to, end);
    return words.clock.used(
        duration,
        spans.map(({ from, to }) => format.span(from, to)),
        rest > 0 ? durationText(rest, words) : null
    );
}

function facts(reading: Reading): Labelled[] {
    const { clock, state, now, used, format, words } = reading;
    const rows: Labelled[] = [];
    const add = (label: string, value: string, tone: Tone = 'neutral') =>
        rows.push({ label, value, tone });
    if (clock.windowLabel !== null && clock.length !== null) {
        const within =
            clock.businessDays === null
                ? words.clock.within(durationText(clock.length, words, clock.clock), clock.clock)
                : words.clock.withinBusinessDays(clock.businessDays);
        add(words.clock.window, words.clock.windowText(clock.windowLabel, clock.stopsBy, within));
    }
    const paused = opensAt(reading);
    if (paused !== null) add(words.clock.now, words.clock.paused(format.dateTime(paused)));
    if (clock.startedAt !== null) add(words.clock.started, format.dateTime(clock.startedAt));
    if (clock.routing !== null) {
        const { within, to, clock: kind } = clock.routing;
        const text = to === null ? words.clock.routingRunning : words.clock.routingText;
        const taken = durationText(routingUsed(reading), words, kind);
        add(
            words.clock.routing,
            text(taken, durationText(within, words, kind)),
            routingTone(reading)
        );
    }
    if (clock.startedAt !== null) {
        const taken = durationText(used, words, clock.clock);
        const running = clock.stoppedAt === null;
        add(
            words.clock.rep[clock.stopsBy],
            running ? words.clock.repRunning(taken) : taken,
            state === 'waiting' ? 'neutral' : TONES[state]
        );
    }
    for (const share of clock.shares) {
        const taken = elapsedOn(clock, share.from, share.to ?? now);
        add(words.clock.share(share.name), durationText(taken, words, clock.clock));
    }
    add(
        words.clock.hours,
        clock.clock === 'elapsed'
            ? words.clock.hoursElapsed
            : words.clock.hoursOpen(clock.calendar.zone.replaceAll('_', ' '))
    );
    return rows;
}

function ladder({ clock, now, format, words }: Reading): Line[] {
    const end = clock.stoppedAt ?? now;
    const next = clock.state === 'running' ? clock.ladder.findIndex(({ at }) => at > end) : -1;
    return clock.ladder.map(({ at, label }, index) => {
        const reached = at <= end;
        return {
            id: String(index),
            text: words.clock.ladder(label),
            detail: null,
            aside: format.dateTime(at),
            asideTitle: format.full(at),
            badge: reached
                ? { text: words.clock.ladderReached, tone: 'bad' }
                : index === next
                  ? { text: words.clock.ladderNext, tone: 'neutral' }
                  : null,
            tone: reached ? 'bad' : 'neutral'
        };
    });
}

function announcement(reading: Reading): string {
    const { clock, state, now, words } = reading;
    const step = clock.ladder.filter(({ at }) => at <= now).pop()?.label ?? null;
    return words.clock.said[state](due(reading) ?? words.clock.noDeadline, step);
}

function redrawAfter({ clock, state, now, used }: Reading): number | null {
    if (clock.state === 'answered') return null;
    if (state === 'not_started') return clock.routing === null ? null : MINUTE;
    const distance = Math.abs((clock.length ?? 0) - used);
    return distance < HOUR ? SECOND - (now % SECOND) : MINUTE;
}
