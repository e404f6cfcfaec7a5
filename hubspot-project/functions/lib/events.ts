/** What the contact did on the site and with the portal's content, page by page, newest first. */
import { EVENT_PROPERTIES, kindOfEvent } from '../../../shared/crm/hubspot/events.ts';
import type { HubSpotEvent } from '../../../shared/crm/hubspot/records.ts';
import type { Gap } from '../../../shared/lead.ts';
import type { Answer, Client } from './client.ts';
import { cutGap } from './gap.ts';
import { nextPageOf, pick, resultsOf } from './json.ts';
import * as paths from './paths.ts';

/** HubSpot documents no greatest page; this one is in use everywhere. */
const PAGE = 100;
/** Older behaviour than this tells a rep nothing. */
const HORIZON_MS = 365 * 86_400_000;

export interface Events {
    /** Null: the portal gave none. */
    readonly events: readonly HubSpotEvent[] | null;
    /** Where the next page begins; null: there is none, or it could not be read. */
    readonly next: string | null;
    /** Some are left out. */
    readonly cut: boolean;
}

/** One page of the last year's events. */
export function getEvents(
    client: Client,
    contactId: string,
    now: number,
    after: string | null
): Promise<Answer> {
    return client.get(paths.EVENTS, {
        objectType: 'contact',
        objectId: contactId,
        occurredAfter: new Date(now - HORIZON_MS).toISOString(),
        sort: '-occurredAt',
        limit: String(PAGE),
        ...(after === null ? {} : { after })
    });
}

/** The first page, or none. */
export function eventsOf(answer: Answer): Events {
    if (!answer.ok) return { events: null, next: null, cut: false };
    const next = nextPageOf(answer.body);
    return { events: rowsOf(answer.body), next, cut: next !== null };
}

/** With one page more; a page that could not be read leaves the earlier ones as they are. */
export function withPage(so: Events, answer: Answer): Events {
    if (!answer.ok) return { ...so, next: null };
    const next = nextPageOf(answer.body);
    return {
        ...so,
        events: [...(so.events ?? []), ...rowsOf(answer.body)],
        next,
        cut: next !== null
    };
}

/** What to say of events that are not all here; `pageViews` is how many HubSpot counted in all. */
export function eventsGap(so: Events, pageViews: number | null): Gap | null {
    if (!so.cut) return null;
    const shown = (so.events ?? []).filter(
        (event) => kindOfEvent(event.eventType) === 'page_view'
    ).length;
    return cutGap('page_views', shown, pageViews !== null && pageViews >= shown ? pageViews : null);
}

function rowsOf(body: unknown): HubSpotEvent[] {
    return resultsOf(body)
        .map((row) => ({
            id: String(row.id),
            eventType: String(row.eventType),
            occurredAt: String(row.occurredAt),
            properties: pick(row.properties, EVENT_PROPERTIES)
        }))
        .filter((event) => kindOfEvent(event.eventType) !== null);
}
