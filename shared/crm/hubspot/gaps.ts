/** What could not be read, and the sums that stand in for it. */
import type { Gap, Totals, Unreadable } from '../../lead.ts';
import { readGaps } from '../gaps.ts';
import { readInstant, readNumber } from '../read.ts';
import type { HubSpotRecords } from './records.ts';
import type { Properties } from './value.ts';

/** What is read of the contact for the sums. */
export const TOTAL_PROPERTIES = [
    'hs_analytics_num_page_views',
    'hs_analytics_num_visits',
    'num_conversion_events',
    'hs_analytics_last_visit_timestamp'
] as const;

/** The gaps that the function reported; events that are missing without a word count as failed. */
export function gapsOf(records: HubSpotRecords, notes: Unreadable[]): Gap[] {
    const gaps = readGaps(records.gaps, notes);
    if (Array.isArray(records.events) || gaps.some((gap) => gap.section === 'page_views'))
        return gaps;
    return [...gaps, { section: 'page_views', why: 'failed', shown: null, total: null }];
}

/** HubSpot's own sums, only where the events themselves could not be read. */
export function totalsOf(
    records: HubSpotRecords,
    properties: Properties,
    notes: Unreadable[]
): Totals | null {
    if (Array.isArray(records.events)) return null;
    const [pageViews, visits, forms, lastVisit] = TOTAL_PROPERTIES;
    return {
        pageViews: readNumber('page_views', 'page views', properties[pageViews], notes),
        visits: readNumber('page_views', 'visits', properties[visits], notes),
        forms: readNumber('engagements', 'forms', properties[forms], notes),
        lastVisitAt: readInstant('page_views', 'last visit', properties[lastVisit], notes)
    };
}
