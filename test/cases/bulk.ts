/** A very busy visitor, written down by a rule: the same page views and touches for both CRMs. */
import type { CaseFile } from './load.ts';

export interface Bulk {
    readonly pageViews: number;
    readonly touches: number;
    /** ISO 8601: when the last page was viewed and the last touch was made. */
    readonly until: string;
    /** The rep who made the touches. */
    readonly by: { readonly salesforce: string; readonly hubspot: string };
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const SITE = 'https://acme.example';
const PAGES = ['Pricing', 'Product tour', 'Integrations', 'Security review', 'Customer stories'];
/** A visit of ten pages every other day, three minutes a page. */
const PAGES_IN_VISIT = 10;
const VISIT_EVERY = 2 * DAY;
const PAGE_EVERY = 3 * MINUTE;
/** Seven touches a fortnight, calls, emails and LinkedIn messages in turn. */
const TOUCH_EVERY = 2 * DAY;

/** The case with its bulk written out, beside what its file names one by one. */
export function withBulk(file: CaseFile): CaseFile {
    if (file.bulk === undefined) return file;
    const { bulk, salesforce, hubspot } = file;
    const until = Date.parse(bulk.until);
    const pages = listOf(bulk.pageViews, (index) => pageAt(until, index));
    const touches = listOf(bulk.touches, (index) => touchAt(until, index));
    const { Handoff_Engagement__c: engagements = [], Task: tasks = [], ...rows } = salesforce.rows;
    const { events = [], calls = [], communications = [], tasks: plans = [] } = hubspot.portal;
    const owner = { hubspot_owner_id: bulk.by.hubspot };
    const of = (channel: Touch['channel']): Touch[] =>
        touches.filter((touch) => touch.channel === channel);
    return {
        ...file,
        salesforce: {
            ...salesforce,
            rows: {
                ...rows,
                Handoff_Engagement__c: [...engagements, ...pages.map(pageRow)],
                Task: [...tasks, ...touches.map((touch) => taskRow(touch, bulk.by.salesforce))]
            }
        },
        hubspot: {
            ...hubspot,
            portal: {
                ...hubspot.portal,
                events: [
                    ...events,
                    ...pages.map(({ at, title, url }) => ({
                        eventType: 'e_visited_page',
                        occurredAt: at,
                        properties: { hs_title: title, hs_url: url }
                    }))
                ],
                calls: [
                    ...calls,
                    ...of('call').map(({ at, subject }) => ({
                        properties: {
                            hs_timestamp: at,
                            hs_call_title: subject,
                            hs_call_status: 'NO_ANSWER',
                            ...owner
                        }
                    }))
                ],
                communications: [
                    ...communications,
                    ...of('linkedin').map(({ at }) => ({
                        properties: {
                            hs_timestamp: at,
                            hs_communication_channel_type: 'LINKEDIN_MESSAGE',
                            ...owner
                        }
                    }))
                ],
                tasks: [
                    ...plans,
                    ...of('task').map(({ at, subject }) => ({
                        properties: {
                            hs_timestamp: at,
                            hs_task_subject: subject,
                            hs_task_status: 'COMPLETED',
                            hs_task_completion_date: at,
                            ...owner
                        }
                    }))
                ]
            }
        }
    };
}

interface Page {
    readonly at: string;
    readonly title: string;
    readonly url: string;
}

function pageAt(until: number, index: number): Page {
    const visit = Math.floor(index / PAGES_IN_VISIT);
    const at = until - visit * VISIT_EVERY - (index % PAGES_IN_VISIT) * PAGE_EVERY;
    const title = PAGES[index % PAGES.length] as string;
    return { at: iso(at), title, url: `${SITE}/${title.toLowerCase().replace(/ /g, '-')}` };
}

function pageRow({ at, title, url }: Page): { readonly [field: string]: string } {
    return {
        Handoff_Kind__c: 'page_view',
        Handoff_Title__c: title,
        Handoff_Url__c: url,
        Handoff_Occurred_At__c: at
    };
}

interface Touch {
    readonly at: string;
    readonly channel: 'call' | 'linkedin' | 'task';
    readonly subject: string;
}

function touchAt(until: number, index: number): Touch {
    const at = iso(until - index * TOUCH_EVERY);
    const touches: readonly Touch[] = [
        { at, channel: 'call', subject: 'Call' },
        { at, channel: 'linkedin', subject: 'LinkedIn message' },
        { at, channel: 'task', subject: 'Prepare figures' }
    ];
    return touches[index % touches.length] as Touch;
}

function taskRow(
    { at, channel, subject }: Touch,
    ownerId: string
): { readonly [field: string]: string } {
    return {
        Subject: subject,
        Status: 'Completed',
        CompletedDateTime: at,
        CreatedDate: at,
        OwnerId: ownerId,
        ...(channel === 'call'
            ? { TaskSubtype: 'Call', CallType: 'Outbound', CallDisposition: 'No Answer' }
            : { TaskSubtype: channel === 'linkedin' ? 'LinkedIn' : 'Task' })
    };
}

function listOf<T>(length: number, make: (index: number) => T): T[] {
    return Array.from({ length }, (_, index) => make(index));
}

function iso(at: number): string {
    return new Date(at).toISOString();
}
