/** Cases of response windows with the core's answers: which is in force, when it is due, how it escalates. */
import { readFileSync } from 'node:fs';
import { parseAgreement } from '../../../shared/agreement/parse.ts';
import type { Agreement, Duration } from '../../../shared/agreement/types.ts';
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
/** How many cases of each agreement: as many as it has to tell apart. */
const CASES: { readonly [name: string]: number } = {
    default: 25,
    berlin: 12,
    alwaysOn: 3,
    counted: 70
};

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
        Array.from({ length: CASES[name] ?? 0 }, () => caseOf(name, agreement, random))
    );
    for (const views of VIEWS) {
        cases.push(caseOf('counted', agreements.counted, random, views));
    }
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
    const any = (signal: string, atLeast: number, within: Duration | null): object => ({
        any: [{ signal, label: signal, atLeast, within }]
    });
    const days = (businessDays: number): Duration => ({ businessDays, text: `${businessDays}bd` });
    const windows = [
        { ...window, id: 'deep', when: any('deep_visit', 3, days(1)), starts: 'mql' },
        {
            ...window,
            id: 'pricing',
            when: any('pricing', 2, { ms: 3 * DAY, text: 'P3D' }),
            clock: 'elapsed'
        },
        { ...window, id: 'visits', when: any('visits', 2, null), within: days(2) },
        { ...window, id: 'rest', when: null, within: days(0) }
    ];
    return { ...usual, windows: windows as never };
}

function caseOf(
    name: string,
    agreement: Agreement,
    random: Random,
    views: readonly number[] | null = null
): WindowCase {
    const mqlAt = Date.parse('2026-10-30T15:00:00Z') + random.between(0, 5 * DAY);
    const assignedAt = mqlAt + random.between(0, 300) * MINUTE;
    const engagements = views
        ? views.map((before) => pricingView(assignedAt - before))
        : engagementsBefore(assignedAt, random);
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

/** Views of the pricing page, before the assignment, at edges that chance seldom meets. */
const VIEWS = [
    [3 * DAY, 2 * MINUTE],
    [3 * DAY - 1, 2 * MINUTE],
    [5 * DAY, 5 * DAY - 1, 5 * DAY - 2],
    // The deepest visit of the last business day is not its last.
    [90 * MINUTE, 89 * MINUTE, 88 * MINUTE, 2 * MINUTE]
];

function pricingView(at: number): Engagement {
    return { at, kind: 'page_view', title: 'Home', url: '/pricing', campaign: null, answers: [] };
}

/** Where a visit begins, from the assignment: at and beside every edge that a window may have. */
const BEGINNINGS = [
    ...[
        -7 * DAY,
        -7 * DAY + 1,
        -30 * DAY,
        -4 * DAY,
        -3 * DAY,
        -3 * DAY - MINUTE,
        -3 * DAY + 1,
        -DAY,
        -DAY + 1
    ],
    ...[-90 * MINUTE, -60 * MINUTE, -45 * MINUTE, -1, 0, 1, 5 * MINUTE]
];
/** From one page to the next; sessions part after more than half an hour. */
const STEPS = [MINUTE, MINUTE, 29 * MINUTE, 30 * MINUTE, 30 * MINUTE + 1];

/** A few visits, and few kinds of things done in them, so that counts come near what windows ask. */
function engagementsBefore(assignedAt: number, random: Random): Engagement[] {
    const done = [random.pick(PAGES), random.pick(PAGES), random.pick(PAGES.slice(0, 2))];
    const found: Engagement[] = [];
    for (let visit = random.between(0, 3); visit > 0; visit--) {
        let at = assignedAt + random.pick(BEGINNINGS);
        for (let page = random.between(1, 5); page > 0; page--) {
            const [kind, title, url] = random.pick(done);
            found.push({ at, kind, title, url, campaign: null, answers: [] });
            at += random.pick(STEPS);
        }
    }
    return found.sort((a, b) => a.at - b.at);
}
