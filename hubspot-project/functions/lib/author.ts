/** Who decides. HubSpot tells a function nothing of its caller, so that the card's word is all there is. */
import type { HubSpotRecords } from '../../../shared/crm/hubspot/records.ts';
import { failure } from './envelope.ts';
import type { Failure } from './envelope.ts';

/** Whom the card names: a claim, which is held against the account's users and proves nothing. */
export interface Claim {
    readonly name: unknown;
    /** HubSpot's id of the user. */
    readonly userId: unknown;
}

export type Author =
    | { readonly ok: true; readonly name: unknown }
    | { readonly ok: false; readonly failure: Failure };

/**
 * The name to be recorded: the account's own one of the claimed user. Somebody who is no user of this
 * account decides nothing; where the users could not be read, or not all of them, the claim stands.
 */
export function authorOf({ name, userId }: Claim, records: HubSpotRecords): Author {
    const user = records.owners.find((owner) => isUser(owner.userId, userId));
    if (user !== undefined) {
        const names = [user.firstName, user.lastName].map((part) => part?.trim()).filter(Boolean);
        return { ok: true, name: names.join(' ') || user.email || name };
    }
    if (records.gaps.some(({ section }) => section === 'owners')) return { ok: true, name };
    return {
        ok: false,
        failure: failure(
            'unknown_author',
            'The card names nobody who is a user of this account, so nothing was saved.',
            'Reload the page; if this goes on, ask an administrator whether you are still a user of this account.',
            { records }
        )
    };
}

/** A user's id is a number, and may come as text. */
function isUser(known: number | null | undefined, claimed: unknown): boolean {
    const isId = typeof claimed === 'number' || (typeof claimed === 'string' && claimed !== '');
    return isId && typeof known === 'number' && known === Number(claimed);
}
