import { describe, expect, it } from 'vitest';
import { defaultAgreement } from '../../test/support/agreement.ts';
import { aLead, at, DAY, engagement, HOUR, MINUTE, pageView } from '../../test/support/lead.ts';
import type { Signal, SignalCriterion } from '../agreement/types.ts';
import type { Engagement, Gap } from '../lead.ts';
import { evaluateSignal, signalContext } from './signals.ts';
import type { SignalEvidence } from './signals.ts';

const now = at('2026-11-20T15:00:00Z');
const MONTH = { ms: 30 * DAY, text: 'P30D' };

function evaluate(
    signal: Partial<Signal>,
    criterion: Partial<SignalCriterion>,
    engagements: readonly Engagement[],
    gaps: readonly Gap[] = []
): SignalEvidence {
    const tested: Signal = {
        id: 'tested',
        label: 'Tested',
        kinds: ['page_view'],
        about: [],
        count: 'engagements',
        ...signal
    };
    const agreement = defaultAgreement({ signals: [tested] });
    const context = signalContext(aLead({ engagements, gaps }), agreement, now);
    return evaluateSignal(context, {
        signal: 'tested',
        label: 'Tested',
        atLeast: 1,
        within: null,
        ...criterion
    });
}

describe('what matches', () => {
    it('looks in title and URL without regard to case', () => {
        const { count } = evaluate({ about: ['/Pricing', 'ÜBERSICHT'] }, {}, [
            pageView(now - 5, 'Plans', 'https://x.example/PRICING?a=1'),
            pageView(now - 4, 'Preisübersicht'),
            pageView(now - 3, 'Blog', 'https://x.example/blog')
        ]);
        expect(count).toBe(2);
    });

    it('takes the texts literally', () => {
        const { count } = evaluate({ about: ['a.b', '(c', 'x|y', '[d'] }, {}, [
            pageView(now - 5, 'aXb'),
            pageView(now - 4, 'x'),
            pageView(now - 3, 'see (c) and [d]')
        ]);
        expect(count).toBe(1);
    });

    it('takes several kinds together, oldest first', () => {
        const { count, newest } = evaluate({ kinds: ['download', 'page_view'] }, {}, [
            pageView(now - 5, 'first'),
            engagement('download', now - 4, 'second'),
            pageView(now - 3, 'third'),
            engagement('form', now - 2, 'not listed')
        ]);
        expect([count, newest?.title]).toEqual([3, 'third']);
    });

    it('ignores what comes after now', () => {
        expect(evaluate({}, {}, [pageView(now, 'now'), pageView(now + 1, 'later')]).count).toBe(1);
    });

    it('counts what lies within the stretch, its start left out', () => {
        const views = [
            pageView(now - MONTH.ms, 'too old'),
            pageView(now - MONTH.ms + 1, 'just in')
        ];
        expect(evaluate({}, { within: MONTH }, views).count).toBe(1);
        expect(evaluate({}, { within: null }, views).count).toBe(2);
    });
});

describe('visits', () => {
    // The default agreement's visits end with a gap of more than 30 minutes.
    const views = [0, 30, 60, 91, 200].map((minutes) =>
        pageView(now - 5 * HOUR + minutes * MINUTE, `page ${minutes}`)
    );

    it('are parted by longer gaps only', () => {
        expect(evaluate({ count: 'visits' }, {}, views).count).toBe(3);
    });

    it('are held together by pages that the signal is not about', () => {
        const about = [
            pageView(now - 50 * MINUTE, 'Pricing'),
            pageView(now - 30 * MINUTE, 'Blog'),
            pageView(now - 10 * MINUTE, 'Pricing')
        ];
        expect(evaluate({ count: 'visits', about: ['pricing'] }, {}, about).count).toBe(1);
    });

    it('count the most pages within one of them', () => {
        const { count, newest } = evaluate({ count: 'pages_in_visit' }, { atLeast: 3 }, views);
        expect([count, newest?.title]).toEqual([3, 'page 60']);
    });

    it('count nobody who never came', () => {
        expect(evaluate({ count: 'visits' }, {}, []).count).toBe(0);
        expect(evaluate({ count: 'pages_in_visit' }, {}, []).count).toBe(0);
    });
});

describe('what could not be seen', () => {
    const hidden = (section: Gap['section'], why: Gap['why'] = 'not_synced'): Gap[] => [
        { section, why, shown: null, total: null }
    ];

    it('leaves a count that falls short unknown', () => {
        expect(evaluate({}, {}, [], hidden('page_views')).state).toBe('unknown');
        expect(evaluate({ kinds: ['form'] }, {}, [], hidden('engagements')).state).toBe('unknown');
        expect(evaluate({ kinds: ['webinar'] }, {}, [], hidden('campaigns')).state).toBe('unknown');
    });

    it('says no where the kind could be seen', () => {
        expect(evaluate({ kinds: ['form'] }, {}, [], hidden('page_views')).state).toBe('not_met');
        expect(evaluate({}, {}, [], hidden('calls')).state).toBe('not_met');
        expect(evaluate({}, {}, [], hidden('page_views', 'truncated')).state).toBe('not_met');
    });

    it('takes nothing away from what is there', () => {
        const views = [pageView(now - 1, 'Pricing')];
        expect(evaluate({}, {}, views, hidden('page_views')).state).toBe('met');
    });
});
