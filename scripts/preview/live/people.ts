/** People of a real org and portal: found again in the other CRM by their email address. */
import type { LiveOrg } from './org.ts';
import { inOrg, inOrgByEmail, listOrg, objectOf } from './orgPeople.ts';
import type { LivePortal } from './portal.ts';
import { inPortal, inPortalByEmail, listPortal } from './portalPeople.ts';
import type { ContactHead } from './portalPeople.ts';

/** What is read; at least one of them. */
export interface Sources {
    readonly org: LiveOrg | null;
    readonly portal: LivePortal | null;
    readonly now: () => number;
}

/** A record as a list names it. */
export interface Listed {
    readonly id: string;
    readonly name: string;
    readonly email: string | null;
    readonly company: string | null;
    /** Since when sales may know of them: created, or MQL; epoch ms, NaN when nobody knows. */
    readonly since: number;
}

/** A person in the page's list. */
export interface LivePerson {
    /** `00Q…`, `6001`, or both joined by `~`. */
    readonly id: string;
    readonly name: string;
    /** Company, email, and where they were found. */
    readonly title: string;
    /** Where the list found them; opened, they are looked for in the other CRM too. */
    readonly crms: readonly ('Salesforce' | 'HubSpot')[];
}

/** A person as opened; null where the CRM is not read, or does not know them. */
export interface Pair {
    readonly lead: Listed | null;
    readonly contact: ContactHead | null;
}

const PAGE = 10;
const CONTACT_ID = /^\d{1,19}$/;

/** The newest of both CRMs, or those whom a text finds. */
export async function listPeople({ org, portal }: Sources, text: string): Promise<LivePerson[]> {
    const [leads, contacts] = await Promise.all([
        org === null ? [] : listOrg(org, text, PAGE),
        portal === null ? [] : listPortal(portal, text, PAGE)
    ]);
    const isSame = (a: Listed) => (b: Listed) =>
        a.email !== null && a.email.toLowerCase() === b.email?.toLowerCase();
    const pairs = [
        ...leads.map((lead) => ({ lead, contact: contacts.find(isSame(lead)) ?? null })),
        ...contacts
            .filter((contact) => !leads.some(isSame(contact)))
            .map((contact) => ({ lead: null, contact }))
    ];
    const since = ({ lead, contact }: Pair): number =>
        Math.max(...[lead, contact].map((one) => one?.since || 0));
    return pairs.sort((a, b) => since(b) - since(a)).map(personOf);
}

/**
 * The records of an id as the list gives it; of a single record the other is found by its email.
 * Null for what is no such id, or when there is no such record.
 */
export async function openPerson({ org, portal }: Sources, id: string): Promise<Pair | null> {
    const parts = id.split('~');
    const leadId = parts.find((part) => objectOf(part) !== null);
    const contactId = parts.find((part) => CONTACT_ID.test(part));
    if (parts.length !== [leadId, contactId].filter(Boolean).length) return null;
    const [lead, contact] = await Promise.all([
        org === null || leadId === undefined ? null : inOrg(org, leadId),
        portal === null || contactId === undefined ? null : inPortal(portal, contactId)
    ]);
    const email = lead?.email ?? contact?.email ?? null;
    if (lead === null && contact === null) return null;
    if (email === null || (leadId !== undefined && contactId !== undefined)) {
        return { lead, contact };
    }
    return {
        lead: lead ?? (org && (await inOrgByEmail(org, email))),
        contact: contact ?? (portal && (await inPortalByEmail(portal, email)))
    };
}

export function personOf({ lead, contact }: Pair): LivePerson {
    const told = (lead ?? contact) as Listed;
    return {
        id: [lead, contact].flatMap((one) => one?.id ?? []).join('~'),
        name: told.name,
        title: [told.company, told.email].filter((part) => part !== null).join(' · '),
        crms: [
            ...(lead === null ? [] : (['Salesforce'] as const)),
            ...(contact === null ? [] : (['HubSpot'] as const))
        ]
    };
}
