import type { HubSpotRecords } from '../../../shared/crm/hubspot/records.ts';
import { kindOfEvent } from '../../../shared/crm/hubspot/events.ts';
import { cutGap } from './gap.ts';

/** HubSpot refuses answers over 1 MB; this leaves room for the envelope. */
const MOST_BYTES = 900_000;

/** The records, without their oldest events where they would be too large to send, which is said. */
export function fitting(records: HubSpotRecords): HubSpotRecords {
    const events = records.events ?? [];
    if (sizeOf(records) <= MOST_BYTES || events.length === 0) return records;
    const spare = MOST_BYTES - sizeOf({ ...records, events: [] });
    let size = 0;
    // Newest first, so that the oldest are left out.
    const kept = events.filter((event) => {
        size += sizeOf(event) + 1;
        return size <= spare;
    });
    const pages = (list: typeof events): number =>
        list.filter((event) => kindOfEvent(event.eventType) === 'page_view').length;
    const before = records.gaps.find((gap) => gap.section === 'page_views');
    const gap = cutGap('page_views', pages(kept), before?.total ?? pages(events));
    return {
        ...records,
        events: kept,
        gaps: [...records.gaps.filter((one) => one !== before), gap]
    };
}

function sizeOf(value: unknown): number {
    return Buffer.byteLength(JSON.stringify(value), 'utf8');
}
