/** Leads for tests: a neutral person, to whom a test adds what it is about. */
import type {
    Assignment,
    Engagement,
    Facts,
    Instant,
    Lead,
    PastDecision,
    PastFeedback,
    Person,
    Touch
} from '../../shared/lead.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The instant of an ISO 8601 text: `at('2026-11-20T14:00:00Z')`. */
export function at(iso: string): Instant {
    const instant = Date.parse(iso);
    if (Number.isNaN(instant)) throw new Error(`no instant: ${iso}`);
    return instant;
}

/** Facts of which nothing is known, but for those given. */
export function facts(known: { readonly [field: string]: Facts[string] } = {}): Facts {
    return {
        name: null,
        email: null,
        phone: null,
        title: null,
        company: null,
        employees: null,
        revenue: null,
        industry: null,
        country: null,
        ...known
    };
}

/** Nobody known, nothing done, handed to nobody. */
export function aLead(parts: Partial<Lead> = {}): Lead {
    return {
        facts: facts(),
        source: null,
        createdAt: null,
        mqlAt: null,
        owner: null,
        assignments: [],
        convertedAt: null,
        engagements: [],
        totals: null,
        touches: [],
        sequences: [],
        decisions: [],
        feedback: [],
        otherScore: null,
        otherScoreChanges: [],
        sourceCounts: null,
        gaps: [],
        unreadable: [],
        ...parts
    };
}

/** Meets every line of the default agreement's ICP. */
export function idealFacts(): Facts {
    return facts({
        name: 'Maya Chen',
        email: 'maya@northwind.example',
        title: 'VP Marketing',
        company: 'Northwind Traders',
        employees: 200,
        revenue: 20_000_000,
        industry: 'Software',
        country: 'US'
    });
}

export function engagement(
    kind: Engagement['kind'],
    when: Instant,
    title: string,
    parts: Partial<Engagement> = {}
): Engagement {
    return { at: when, kind, title, url: null, campaign: null, answers: [], ...parts };
}

export function pageView(when: Instant, title: string, url: string | null = null): Engagement {
    return engagement('page_view', when, title, { url });
}

export function person(id: string, name: string = id): Person {
    return { id, name, kind: 'person' };
}

export function assignment(when: Instant, to: Person = person('ana', 'Ana Ortiz')): Assignment {
    return { at: when, to };
}

/** Something sales did by hand, unless told otherwise. */
export function touch(
    when: Instant,
    channel: Touch['channel'] = 'call',
    parts: Partial<Touch> = {}
): Touch {
    return {
        at: when,
        channel,
        direction: 'outbound',
        by: person('ana', 'Ana Ortiz'),
        subject: '',
        outcome: null,
        outcomeText: null,
        automatic: false,
        ...parts
    };
}

export function pastDecision(
    when: Instant,
    kind: PastDecision['kind'],
    parts: Partial<PastDecision> = {}
): PastDecision {
    return { at: when, by: null, kind, reason: null, detail: null, note: null, ...parts };
}

export function pastFeedback(
    when: Instant,
    kind: PastFeedback['kind'],
    parts: Partial<PastFeedback> = {}
): PastFeedback {
    return { at: when, by: null, kind, note: null, ...parts };
}
