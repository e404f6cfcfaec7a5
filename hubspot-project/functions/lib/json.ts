/** Looking into answers whose shape is only promised, and cutting them to what the panel reads. */
import { cut, isObject, MAX_ANSWER } from '../../../shared/crm/read.ts';
import type { HubSpotObject } from '../../../shared/crm/hubspot/records.ts';
import type { JsonObject } from './client.ts';

/** The objects of `body.results`; none when there are none. */
export function resultsOf(body: unknown): readonly JsonObject[] {
    return isObject(body) && Array.isArray(body.results) ? body.results.filter(isObject) : [];
}

/** The cursor of the next page; null on the last one. */
export function nextPageOf(body: unknown): string | null {
    const paging = isObject(body) ? body.paging : null;
    const next = isObject(paging) ? paging.next : null;
    return isObject(next) && typeof next.after === 'string' ? next.after : null;
}

/** Only the named properties, each no longer than the panel shows: a note may hold 64 kB. */
export function pick(object: unknown, names: readonly string[]): { [name: string]: string | null } {
    const picked: { [name: string]: string | null } = {};
    for (const name of names) {
        const value = isObject(object) ? object[name] : null;
        if (value !== null && value !== undefined && value !== '') {
            picked[name] = cut(String(value), MAX_ANSWER);
        }
    }
    return picked;
}

/** An activity with only its id and the named properties. */
export function objectOf(row: JsonObject, names: readonly string[]): HubSpotObject {
    return { id: String(row.id), properties: pick(row.properties, names) };
}
