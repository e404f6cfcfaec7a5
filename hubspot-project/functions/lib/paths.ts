/** HubSpot dates its API; this is the one place that says which date we speak. */
const VERSION = '2026-09';

export const EVENTS = `/events/event-occurrences/${VERSION}`;
export const OWNERS = `/crm/owners/${VERSION}`;
export const CONTACT_SEARCH = objects('contacts', 'search');

export function contact(id: string): string {
    return objects('contacts', id);
}
export function batchRead(kind: string): string {
    return objects(kind, 'batch/read');
}
export function enrollments(contactId: string): string {
    return `/automation/sequences/${VERSION}/enrollments/contact/${contactId}`;
}

function objects(kind: string, rest: string): string {
    return `/crm/objects/${VERSION}/${kind}/${rest}`;
}
