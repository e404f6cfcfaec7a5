import { describe, expect, it } from 'vitest';
import { alwaysOn, defaultAgreement } from '../../test/support/agreement.ts';
import { aLead, assignment, at, engagement, HOUR, MINUTE, touch } from '../../test/support/lead.ts';
import type { Instant, Lead } from '../lead.ts';
import { responseClock } from '../response/clock.ts';
import { clockView } from './clockView.ts';

const agreement = defaultAgreement();
/** Friday, 15:00 in New York. */
const FRIDAY = at('2026-11-20T20:00:00Z');
const viewer = (now: Instant) => ({ now, locale: 'en-US', timeZone: 'America/New_York' });
const plain = (text: string | null) => text?.replace(/[\u2009\u202f]/g, ' ') ?? null;

function view(parts: Partial<Lead>, now: Instant, drawnAt = now) {
    const lead = aLead({ mqlAt: FRIDAY, assignments: [assignment(FRIDAY)], ...parts });
    return clockView(responseClock(lead, agreement, now), viewer(drawnAt));
}

describe('clockView', () => {
    it('names a window in business days as the agreement does', () => {
        const [, standard] = agreement.windows;
        const windowText = (businessDays: number) => {
            const windows = [
                { ...standard, within: { businessDays, text: '' } }
            ] as typeof agreement.windows;
            const lead = aLead({ mqlAt: FRIDAY, assignments: [assignment(FRIDAY)] });
            const clock = responseClock(lead, defaultAgreement({ windows }), FRIDAY);
            return clockView(clock, viewer(FRIDAY)).facts[0]?.value;
        };
        expect(windowText(0)).toBe('Every other MQL: first attempt on the same business day');
        expect(windowText(1)).toBe('Every other MQL: first attempt within 1 business day');
        expect(windowText(2)).toBe('Every other MQL: first attempt within 2 business days');
    });

    it('is full, not undefined, when a window ends as it begins', () => {
        const [, standard] = agreement.windows;
        const windows = [
            { ...standard, within: { businessDays: 0, text: '0bd' } }
        ] as typeof agreement.windows;
        const close = at('2026-11-20T22:00:00Z');
        const lead = aLead({ mqlAt: close, assignments: [assignment(close)] });
        const clock = responseClock(lead, defaultAgreement({ windows }), close);
        expect(clockView(clock, viewer(close))).toMatchObject({ progress: 100, state: 'overdue' });
    });

    it('waits, then warns, then is overdue, on working time', () => {
        expect(view({}, FRIDAY + HOUR)).toMatchObject({
            state: 'waiting',
            headline: '3 h left',
            progress: 25,
            redrawAfter: MINUTE
        });
        expect(view({}, at('2026-11-23T15:45:00Z'))).toMatchObject({
            state: 'due_soon',
            headline: '15 m left',
            badge: { text: 'Due soon', tone: 'warn' },
            redrawAfter: 1000
        });
        expect(view({}, at('2026-11-23T18:00:00Z'))).toMatchObject({
            state: 'overdue',
            headline: 'Overdue by 2 h',
            progress: 100
        });
    });

    it('reads the same when it is only redrawn later, without the lead', () => {
        const later = at('2026-11-23T18:00:00Z');
        expect(view({}, FRIDAY + HOUR, later)).toEqual(view({}, later));
    });

    it('is overdue at the very instant it is due', () => {
        const due = at('2026-11-23T16:00:00Z');
        expect(view({}, due - 1).state).toBe('due_soon');
        expect(view({}, due)).toMatchObject({ state: 'overdue', headline: 'Overdue by 0 s' });
    });

    it('shows its arithmetic', () => {
        expect(plain(view({}, at('2026-11-23T16:12:00Z')).arithmetic)).toBe(
            '4 h 12 m used: Fri, 3:00 – 5:00 PM, Mon, 9:00 – 11:12 AM'
        );
    });

    it('sums up what would be too many stretches to list', () => {
        // After Wednesday the 25th: Friday 8 h, the week after 40 h, Monday 8 h, Tuesday 1 h.
        const text = plain(view({}, at('2026-12-08T15:00:00Z')).arithmetic);
        expect(text).toMatch(/^83 h used: .* and 57 h since$/);
    });

    it('says when it goes on, while the office is closed', () => {
        const saturday = at('2026-11-21T15:00:00Z');
        const facts = view({}, saturday).facts.map(({ value }) => plain(value));
        expect(facts).toContain('Outside working hours; the clock resumes Mon, Nov 23, 9:00 AM');
        expect(view({}, saturday).headline).toBe('2 h left');
    });

    it('tells in time from late', () => {
        expect(view({ touches: [touch(FRIDAY + 12 * MINUTE)] }, FRIDAY + HOUR)).toMatchObject({
            state: 'answered_in_time',
            headline: 'Answered after 12 m',
            redrawAfter: null
        });
        const late = [touch(at('2026-11-23T16:30:00Z'))];
        expect(view({ touches: late }, at('2026-11-24T16:30:00Z'))).toMatchObject({
            state: 'answered_late',
            headline: 'Answered after 4 h 30 m, 30 m late'
        });
    });

    it('runs the routing clock while nobody has the record', () => {
        const waiting = view({ assignments: [] }, FRIDAY + HOUR);
        expect(waiting).toMatchObject({
            state: 'not_started',
            headline: 'No owner yet, 1 h after MQL',
            badge: { text: 'Not assigned', tone: 'warn' },
            progress: null,
            redrawAfter: MINUTE
        });
        expect(view({ assignments: [] }, at('2026-11-23T16:00:00Z')).badge.tone).toBe('bad');
    });

    it('stands still for somebody who was not handed over', () => {
        expect(view({ mqlAt: null }, FRIDAY)).toMatchObject({
            headline: 'Marketing has not handed this person over yet',
            redrawAfter: null,
            due: null,
            arithmetic: null
        });
    });

    it('names the step of the ladder that it has reached, and the next', () => {
        const demo = [engagement('form', FRIDAY, 'Request a demo')];
        const steps = view({ engagements: demo }, FRIDAY + HOUR).ladder;
        expect(steps.map(({ badge }) => badge?.text)).toEqual(['Reached', 'Next']);
    });

    it('announces thresholds, never the ticking', () => {
        const first = view({}, FRIDAY + HOUR).announcement;
        expect(view({}, FRIDAY + HOUR + 1000).announcement).toBe(first);
        expect(view({}, at('2026-11-23T15:45:00Z')).announcement).not.toBe(first);
    });

    it('counts around the clock where that is agreed', () => {
        const one = alwaysOn();
        const lead = aLead({ mqlAt: FRIDAY, assignments: [assignment(FRIDAY)] });
        const later = clockView(
            responseClock(lead, one, FRIDAY + 3 * HOUR),
            viewer(FRIDAY + 3 * HOUR)
        );
        expect(later.state).toBe('overdue');
        expect(later.arithmetic).not.toBeNull();
    });
});
