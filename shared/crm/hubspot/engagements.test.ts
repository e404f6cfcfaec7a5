import { describe, expect, it } from 'vitest';
import type { Engagement } from '../../lead.ts';
import { kindOfEvent, nameOfEvent } from './events.ts';
import { AGREEMENT, HOUR, iso, object, recordsWith, T0 } from './records.testkit.ts';
import { leadFromHubSpot } from './lead.ts';
import type { HubSpotEvent, HubSpotRecords } from './records.ts';

function engagementsOf(parts: Partial<HubSpotRecords>): readonly Engagement[] {
    return leadFromHubSpot(recordsWith(parts), AGREEMENT).engagements;
}
function event(
    eventType: string,
    at: number,
    properties: { [name: string]: string } = {}
): HubSpotEvent {
    return { id: `${eventType}-${at}`, eventType, occurredAt: iso(at), properties };
}

describe('the kind of an event', () => {
    it('is known for HubSpot’s own types and told by the name of a portal’s own', () => {
        expect(kindOfEvent('e_visited_page')).toBe('page_view');
        expect(kindOfEvent('pe123_security_review_download')).toBe('download');
        expect(kindOfEvent('ae9_Webinar_attended')).toBe('webinar');
        expect(kindOfEvent('pe123_event_check_in')).toBe('event');
        expect(kindOfEvent('e_v2_contact_enrolled_in_sequence')).toBeNull();
        expect(kindOfEvent('pe123_prevented')).toBeNull();
        expect(nameOfEvent('pe123_security_review_download')).toBe('security review download');
    });
});

describe('engagements', () => {
    it('are page views with their title, address and campaign', () => {
        const events = [
            event('e_visited_page', T0, {
                hs_title: 'Pricing',
                hs_url: 'https://x.test/pricing',
                hs_utm_campaign: 'autumn'
            }),
            event('e_visited_page', T0 - HOUR, { hs_url: 'https://x.test/' })
        ];
        expect(engagementsOf({ events })).toEqual([
            {
                at: T0 - HOUR,
                kind: 'page_view',
                title: 'https://x.test/',
                url: 'https://x.test/',
                campaign: null,
                answers: []
            },
            {
                at: T0,
                kind: 'page_view',
                title: 'Pricing',
                url: 'https://x.test/pricing',
                campaign: 'autumn',
                answers: []
            }
        ]);
    });

    it('count one submission once, however many events and properties tell of it', () => {
        const events = [
            event('e_submitted_form', T0, {
                hs_title: 'Talk to us',
                hs_url: 'https://x.test/demo'
            }),
            event('e_form_submission_v2', T0 + 900, { hs_page_title: 'Talk to us' }),
            event('e_form_submission_metadata_v2', T0 + 1500, { hs_form_title: 'Demo request' })
        ];
        const contact = object({
            recent_conversion_date: iso(T0 + 2000),
            recent_conversion_event_name: 'Talk to us: Demo request',
            message: 'We are 120 people'
        });
        expect(engagementsOf({ events, contact })).toEqual([
            {
                at: T0,
                kind: 'form',
                title: 'Demo request',
                url: 'https://x.test/demo',
                campaign: null,
                answers: [{ question: 'Message', answer: 'We are 120 people' }]
            }
        ]);
    });

    it('keep two submissions of the same minute apart', () => {
        const events = [event('e_submitted_form', T0), event('e_submitted_form', T0 + 5000)];
        expect(engagementsOf({ events })).toHaveLength(2);
    });

    it('name a form by the conversion when its event names only the page', () => {
        const events = [event('e_form_submission_v2', T0, { hs_page_title: 'Talk to us' })];
        const contact = object({
            first_conversion_date: iso(T0),
            first_conversion_event_name: 'Talk to us: Demo request'
        });
        expect(engagementsOf({ events, contact }).map(({ title }) => title)).toEqual([
            'Talk to us: Demo request'
        ]);
    });

    it('come from the conversions when there are no events, each with what was typed then', () => {
        const contact = object(
            {
                first_conversion_date: iso(T0),
                first_conversion_event_name: 'Ebook',
                recent_conversion_date: iso(T0 + HOUR),
                recent_conversion_event_name: 'Demo'
            },
            {
                recent_conversion_date: [
                    [T0, iso(T0)],
                    [T0 + HOUR, iso(T0 + HOUR)]
                ],
                recent_conversion_event_name: [
                    [T0, 'Ebook'],
                    [T0 + HOUR, 'Demo']
                ],
                message: [[T0 + HOUR, 'Call me']]
            }
        );
        const found = engagementsOf({ contact, events: null });
        expect(found.map(({ at, title, answers }) => [at, title, answers.length])).toEqual([
            [T0, 'Ebook', 0],
            [T0 + HOUR, 'Demo', 1]
        ]);
    });

    it('tell each click on a marketing email from the property’s history', () => {
        const contact = object(
            { hs_email_last_click_date: iso(T0 + HOUR), hs_email_first_open_date: iso(T0 - HOUR) },
            {
                hs_email_last_click_date: [
                    [T0 + 10, iso(T0)],
                    [T0 + HOUR + 10, iso(T0 + HOUR)]
                ],
                hs_email_last_email_name: [
                    [T0 - 2 * HOUR, 'October news'],
                    [T0 + HOUR / 2, 'ROI guide']
                ]
            }
        );
        expect(engagementsOf({ contact }).map(({ kind, title, at }) => [kind, title, at])).toEqual([
            ['email_open', 'October news', T0 - HOUR],
            ['email_click', 'October news', T0],
            ['email_click', 'ROI guide', T0 + HOUR]
        ]);
    });
});
