import { describe, expect, it } from 'vitest';
import { defaultAgreement } from '../../test/support/agreement.ts';
import { aLead, assignment, at, DAY, HOUR, touch } from '../../test/support/lead.ts';
import { countAttempts } from './attempts.ts';

const agreement = defaultAgreement();
/** Monday, 10:00 in New York. */
const MONDAY = at('2026-11-02T15:00:00Z');
const NOW = MONDAY + 21 * DAY;
const count = (...touches: ReturnType<typeof touch>[]) =>
    countAttempts(
        aLead({ mqlAt: MONDAY, assignments: [assignment(MONDAY)], touches }),
        agreement,
        NOW
    );

describe('countAttempts', () => {
    it('keeps attempts apart from contacts', () => {
        const found = count(
            touch(MONDAY + HOUR, 'call', { outcome: 'voicemail' }),
            touch(MONDAY + 2 * HOUR, 'email', { outcome: 'sent' }),
            touch(MONDAY + 3 * HOUR, 'email', { direction: 'inbound', outcome: 'replied' })
        );
        expect(found.attempts).toHaveLength(2);
        expect(found.contacts).toHaveLength(1);
        expect(found.byChannel).toEqual([
            { channel: 'call', count: 1 },
            { channel: 'email', count: 1 }
        ]);
        expect(found.firstContactAt).toBe(MONDAY + 3 * HOUR);
    });

    it('takes a message that nobody asked for as no contact', () => {
        const found = count(touch(MONDAY + HOUR, 'email', { direction: 'inbound' }));
        expect(found.contacts).toEqual([]);
    });

    it('opens "unresponsive" with 3 attempts over 2 channels within 10 business days', () => {
        const calls = [1, 2, 3].map((day) => touch(MONDAY + day * DAY));
        expect(count(...calls)).toMatchObject({ best: 3, bestChannels: 1, met: false });
        expect(count(calls[0]!, calls[1]!, touch(MONDAY + 3 * DAY, 'email'))).toMatchObject({
            best: 3,
            bestChannels: 2,
            met: true
        });
    });

    it('counts the tenth business day and not the eleventh', () => {
        const first = [touch(MONDAY + HOUR), touch(MONDAY + 2 * HOUR, 'email')];
        // Ten business days after Monday the 2nd end on Monday the 16th at 17:00.
        expect(count(...first, touch(at('2026-11-16T21:59:00Z'))).met).toBe(true);
        expect(count(...first, touch(at('2026-11-17T14:01:00Z')))).toMatchObject({
            best: 2,
            met: false
        });
    });

    it('finds the stretch that qualifies beside a longer one that does not', () => {
        const emails = [1, 2, 3, 4].map((hour) => touch(MONDAY + hour * HOUR, 'email'));
        const later = at('2026-11-18T15:00:00Z');
        const mixed = [0, 1, 2].map((hour) =>
            touch(later + hour * HOUR, hour === 0 ? 'call' : 'sms')
        );
        expect(count(...emails, ...mixed)).toMatchObject({ best: 4, met: true });
    });

    it('comes to an end where the calendar has no business days', () => {
        const closed = {
            ...agreement,
            calendars: { office: { zone: 'UTC', week: {}, closed: [] } }
        };
        const lead = aLead({
            mqlAt: MONDAY,
            assignments: [assignment(MONDAY)],
            touches: [touch(MONDAY + HOUR), touch(MONDAY + 90 * DAY)]
        });
        expect(countAttempts(lead, closed, MONDAY + 99 * DAY).best).toBe(2);
    });

    it('counts nothing before anybody had the record', () => {
        const lead = aLead({ mqlAt: MONDAY, touches: [touch(MONDAY + HOUR)] });
        expect(countAttempts(lead, agreement, NOW)).toMatchObject({
            since: null,
            best: 0,
            met: false
        });
    });
});
