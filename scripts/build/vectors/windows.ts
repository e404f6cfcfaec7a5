/** Cases of response windows with the core's answers: which is in force, when it is due, how it escalates. */
import { readFileSync } from 'node:fs';
import { parseAgreement } from '../../../shared/agreement/parse.ts';
import type { Agreement } from '../../../shared/agreement/types.ts';
import type { Engagement, EngagementKind, Lead } from '../../../shared/lead.ts';
import { elapsedOn, responseClock } from '../../../shared/response/clock.ts';
import { windowAt } from '../../../shared/response/window.ts';
import { serverRules } from '../server-rules.ts';
import { randomFrom } from './random.ts';
import type { Random } from './random.ts';

export interface WindowCase {
    readonly agreement: string;
    readonly mqlAt: number;
    readonly assignedAt: number;
    /** Oldest first. */
    readonly engagements: readonly {
        readonly kind: string;
        readonly title: string;
        readonly url: string | null;
        readonly occurred: number;
    }[];
    readonly window: string;
    readonly startedAt: number;
    readonly dueAt: number | null;
    /** The instants of the ladder, as far as they are reached. */
    readonly ladder: readonly number[];
    readonly answeredAt: number;
    /** Whole minutes on the window's clock. */
    readonly minutes: number;
}

export interface WindowVectors {
    readonly agreements: { readonly [name: string]: object };
    readonly cases: readonly WindowCase[];
}

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const CASES = 12;

const SOURCES = {
    default: 'shared/agreement/agreement.yaml',
    berlin: 'test/agreements/berlin.yaml',
    alwaysOn: 'test/agreements/always-on.yaml'
};

const PAGES: readonly (readonly [EngagementKind, string, string | null])[] = [
    ['page_view', 'Pricing', 'https://example.com/pricing'],
    ['page_view', 'Home', 'https://example.com/'],
    ['page_view', 'About us', null],
    ['form', 'Request a DEMO', null],
    ['form', 'Newsletter', 'https://example.com/free-trial'],
    ['form', 'Talk to Sales', null],
    ['download', 'Buyer’s guide', null],
    ['webinar', 'Handoffs that work', null],
    ['email_click', 'News', null]
];

/** The cases, the same in every run. */
export function windowVectors(): WindowVectors {
    const random = randomFrom(4_711);
    const agreements: { [name: string]: Agreement } = {};
    for (const [name, path] of Object.entries(SOURCES)) agreements[name] = read(path);
    const { default: usual } = agreements;
    agreements.counted = counted(usual as Agreement);
    const cases = Object.entries(agreements).flatMap(([name, agreement]) =>
        Array.from({ length: CASES }, () => caseOf(name, agreement, random))
    );
    const rules = Object.entries(agreements).map(([name, one]) => [name, serverRules(one)]);
    return { agreements: Object.fromEntries(rules) as { [name: string]: object }, cases };
}

function read(path: string): Agreement {
    const { agreement } = parseAgreement(readFileSync(path, 'utf8'));
    if (agreement === null) throw new Error(`${path} is no agreement`);
    return agreement;
}

/** Everything that a window may say and no agreement above says. */
function counted(usual: Agreement): Agreement {
    const [window] = usual.windows;
    if (window === undefined) throw new Error('the agreement has no windows');
    const about = (signal: string, atLeast: number, within: number | null): object => ({
        any: [
            {
                signal,
                label: signal,
                atLeast,
                within: within === null ? null : { businessDays: within, text: `${within}bd` }
            }
        ]
    });
    const windows = [
        { ...window, id: 'deep', when: about('deep_visit', 3, 1), starts: 'mql' },
        {
            ...window,
            id: 'visits',
            when: about('visits', 3, null),
            within: { businessDays: 2, text: '2bd' }
        },
        { ...window, id: 'pricing', when: about('pricing', 2, 3), clock: 'elapsed' },
        { ...window, id: 'rest', when: null, within: { businessDays: 0, text: '0bd' } }
    ];
    return { ...usual, windows: windows as never };
}

function caseOf(name: string, agreement: Agreement, random: Random): WindowCase {
    const mqlAt = Date.parse('2026-10-30T15:00:00Z') + random.between(0, 5 * DAY);
    const assignedAt = mqlAt + random.between(0, 300) * MINUTE;
    const engagements = engagementsBefore(assignedAt, random);
    const lead = {
        mqlAt,
        assignments: [{ at: assignedAt, to: { id: 'rep', name: null, kind: 'person' } }],
        engagements,
        touches: [],
        gaps: []
    } as unknown as Lead;
    const window = windowAt(lead, agreement, assignedAt);
    const clock = responseClock(lead, agreement, assignedAt + 30 * DAY);
    if (window === null || clock.startedAt === null) throw new Error(`${name}: no window`);
    const answeredAt = assignedAt + random.between(0, 4 * DAY);
    return {
        agreement: name,
        mqlAt,
        assignedAt,
        engagements: engagements.map(({ kind, title, url, at }) => ({
            kind,
            title,
            url,
            occurred: at
        })),
        window: window.id,
        startedAt: clock.startedAt,
        dueAt: clock.dueAt,
        ladder: clock.ladder.map(({ at }) => at),
        answeredAt,
        minutes: Math.floor(elapsedOn(clock, clock.startedAt, answeredAt) / MINUTE)
    };
}

/** Visits and other things over two weeks, some only after the assignment. */
function engagementsBefore(assignedAt: number, random: Random): Engagement[] {
    const found: Engagement[] = [];
    for (let visit = random.between(0, 5); visit > 0; visit--) {
        let at = assignedAt + random.between(-14 * DAY, DAY / 4);
        for (let page = random.between(1, 5); page > 0; page--) {
            const [kind, title, url] = random.pick(PAGES);
            found.push({ at, kind, title, url, campaign: null, answers: [] });
            at += random.between(1, 40) * MINUTE;
        }
    }
    return found.sort((a, b) => a.at - b.at);
}
