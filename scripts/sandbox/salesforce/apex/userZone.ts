import type { Transaction } from './program.ts';

/** The IANA zone of the user who runs the code. */
export function zoneOfUser({ store, user }: Transaction): string {
    const zone = store.byId(user.id)?.row.TimeZoneSidKey;
    return typeof zone === 'string' ? zone : 'UTC';
}
