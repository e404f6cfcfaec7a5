/** Where the two CRMs may tell a different story of the same person, and why. */
import type { Lead, Person } from '../../shared/lead.ts';

export interface Allowed {
    readonly why: string;
    /** Paths within the Lead and within the LeadPanel; `*` stands for every index. */
    readonly lead: readonly string[];
    readonly panel: readonly string[];
}

/** By the case's id; a difference that is listed and not found is an error, too. */
export const ALLOWED: { readonly [id: string]: Allowed } = {
    '13-converted': {
        why: 'Salesforce keeps the day of a conversion, HubSpot the instant; the panel shows the day.',
        lead: ['convertedAt'],
        panel: []
    },
    '14-thousand-page-views': {
        why: 'HubSpot gives a function ten seconds: it reads the newest 300 events and says so.',
        lead: ['engagements', 'gaps'],
        panel: [
            'content.gaps',
            'content.items.*.summary',
            'score.parts.*.lines.*.detail',
            'whyNow.items.*.detail'
        ]
    },
    '18-contact-record': {
        why: 'In Salesforce acceptance counts Leads: the Contact itself is not among the undecided.',
        lead: ['sourceCounts.undecided'],
        panel: ['acceptance.basis']
    },
    '19-garbage': {
        why: 'Each CRM has nonsense of its own, and the panel quotes it as it was found.',
        lead: ['unreadable'],
        panel: ['gaps']
    },
    '21-no-page-views': {
        why: 'Without page views HubSpot still knows their sums; Salesforce knows nothing of them.',
        lead: ['gaps.*.why', 'totals'],
        panel: ['content.gaps.*', 'content.items']
    }
};

/**
 * A lead as it would read in either CRM: people by name, and no queues. HubSpot has owners that are
 * queues only where a portal made some; here the same lead has no owner until a person does.
 */
export function comparable(lead: Lead, people: { readonly [id: string]: string }): Lead {
    const named = replacePeople(lead, people) as Lead;
    return {
        ...named,
        owner: named.owner?.kind === 'queue' ? null : named.owner,
        assignments: named.assignments.filter(({ to }) => to.kind === 'person')
    };
}

function replacePeople(value: unknown, people: { readonly [id: string]: string }): unknown {
    if (Array.isArray(value)) return value.map((one) => replacePeople(one, people));
    if (typeof value !== 'object' || value === null) return value;
    if (isPerson(value)) return { ...value, id: people[value.id] ?? value.id };
    return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [key, replacePeople(one, people)])
    );
}

function isPerson(value: object): value is Person {
    return Object.keys(value).sort().join() === 'id,kind,name';
}

/** The paths at which two values differ; lists of different lengths differ as a whole. */
export function differencesOf(a: unknown, b: unknown, path = ''): string[] {
    if (Object.is(a, b)) return [];
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return [path];
    if (Array.isArray(a) !== Array.isArray(b)) return [path];
    if (Array.isArray(a) && a.length !== (b as unknown[]).length) return [path];
    const below = (key: string): string[] => {
        const name = Array.isArray(a) ? '*' : key;
        return differencesOf(
            (a as { [key: string]: unknown })[key],
            (b as { [key: string]: unknown })[key],
            path === '' ? name : `${path}.${name}`
        );
    };
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return [...new Set(keys.flatMap(below))].sort();
}
