/** HubSpot's owners: the people (and queues) that a record can belong to. */
import type { Person, Unreadable } from '../../lead.ts';
import { isObject, readRows, readText } from '../read.ts';
import type { HubSpotOwner } from './records.ts';

export interface Owners {
    /** The owner with this id, without a name when the list does not have it; null for no id. */
    byId(id: unknown): Person | null;
    byEmail(email: string): Person | null;
}

/** Looks people up in the portal's list of owners, which may lack those who left. */
export function ownersOf(list: readonly HubSpotOwner[], notes: Unreadable[]): Owners {
    const rows = readRows('owners', 'owner', list, notes);
    return {
        byId(id) {
            const text = readText('owners', 'owner id', id, notes);
            if (text === null) return null;
            const row = rows.find((owner) => idOf(owner) === text);
            return row ? personOf(row, text) : { id: text, name: null, kind: 'person' };
        },
        byEmail(email) {
            const wanted = email.toLowerCase();
            const row = rows.find(
                (owner) => typeof owner.email === 'string' && owner.email.toLowerCase() === wanted
            );
            return row ? personOf(row, idOf(row)) : null;
        }
    };
}

/**
 * The owner id of a portal's user, so that the card can tell "you" from "another rep": HubSpot tells
 * a card the user's id, but a record the owner's. Null when the user owns nothing in this portal.
 */
export function ownerIdOfUser(
    list: readonly HubSpotOwner[],
    user: { readonly id: number | null; readonly email: string | null }
): string | null {
    const rows = Array.isArray(list) ? list.filter(isObject) : [];
    const email = user.email?.toLowerCase() ?? null;
    const owner =
        rows.find((row) => user.id !== null && row.userId === user.id) ??
        rows.find((row) => typeof row.email === 'string' && row.email.toLowerCase() === email);
    return owner ? idOf(owner) : null;
}

function personOf(owner: HubSpotOwner, id: string): Person {
    const names = [owner.firstName, owner.lastName].filter(
        (part): part is string => typeof part === 'string' && part.trim() !== ''
    );
    const email = typeof owner.email === 'string' && owner.email !== '' ? owner.email : null;
    return {
        id,
        name: names.length > 0 ? names.map((part) => part.trim()).join(' ') : email,
        kind: owner.type === 'QUEUE' ? 'queue' : 'person'
    };
}

/** Promised to be text, and a number in older answers. */
function idOf({ id }: { readonly id?: unknown }): string {
    return String(id);
}
