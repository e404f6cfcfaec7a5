/** HubSpot dates its API; this is the one place that says which date we speak. */
const VERSION = '2026-09';

export const EVENTS = `/events/event-occurrences/${VERSION}`;
export const OWNERS = `/crm/owners/${VERSION}`;
export const CONTACT_PROPERTIES = `/crm/properties/${VERSION}/contacts`;
export const CONTACT_PROPERTY_GROUPS = `${CONTACT_PROPERTIES}/groups`;
/** Beta: it has no stable date yet. */
export const SCORE_HISTORY = `/marketing/lead-scoring/${VERSION}-beta/score-values/object-history`;
export const LEAD_PIPELINES = `/crm/pipelines/${VERSION}/leads`;
export const CONTACT_SEARCH = objects('contacts', 'search');

export function contact(id: string): string {
    return objects('contacts', id);
}
export function contactProperty(name: string): string {
    return `${CONTACT_PROPERTIES}/${name}`;
}
export function lead(id: string): string {
    return objects('leads', id);
}
export function leadProperty(name: string): string {
    return `/crm/properties/${VERSION}/leads/${name}`;
}
export function batchRead(kind: string): string {
    return objects(kind, 'batch/read');
}
export function search(kind: string): string {
    return objects(kind, 'search');
}
export function enrollments(contactId: string): string {
    return `/automation/sequences/${VERSION}/enrollments/contact/${contactId}`;
}

function objects(kind: string, rest: string): string {
    return `/crm/objects/${VERSION}/${kind}/${rest}`;
}
