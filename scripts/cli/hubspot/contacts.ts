/** The portal's contacts, as far as they bear what is ours. */
import type { Api } from './api.ts';

const SEARCH = '/crm/objects/2026-09/contacts/search';
const PAGE = 200;
/** HubSpot takes five groups of filters in a search. */
const GROUPS = 5;

export interface ContactRow {
    readonly id: string;
    readonly properties: { readonly [name: string]: string | null };
}
interface Found {
    readonly total: number;
    readonly results: readonly ContactRow[];
}
export interface Filter {
    readonly propertyName: string;
    readonly operator: 'EQ' | 'HAS_PROPERTY' | 'GT';
    readonly value?: string;
}

/** How many contacts bear a value. HubSpot counts a change a few seconds after it was made. */
export async function countContacts(api: Api, property: string, value: string): Promise<number> {
    const filters: Filter[] = [{ propertyName: property, operator: 'EQ', value }];
    const body = { filterGroups: [{ filters }], properties: [], limit: 1 };
    return (await api.post<Found>(SEARCH, body, true)).total;
}

/** All contacts on which one of the properties has a value, and all of `also` hold; each once, by page. */
export async function* contactsWith(
    api: Api,
    bearing: readonly string[],
    properties: readonly string[],
    also: readonly Filter[] = []
): AsyncGenerator<readonly ContactRow[]> {
    const seen = new Set<string>();
    for (let start = 0; start < bearing.length; start += GROUPS) {
        const names = bearing.slice(start, start + GROUPS);
        // A search ends at 10 000 results, so each begins behind the last one's greatest id.
        for (let after = '0'; ;) {
            const filterGroups = names.map((propertyName) => ({
                filters: [
                    ...also,
                    { propertyName, operator: 'HAS_PROPERTY' },
                    { propertyName: 'hs_object_id', operator: 'GT', value: after }
                ] satisfies Filter[]
            }));
            const body = { filterGroups, properties, sorts: ['hs_object_id'], limit: PAGE };
            const { results } = await api.post<Found>(SEARCH, body, true);
            const fresh = results.filter(({ id }) => !seen.has(id));
            for (const { id } of fresh) seen.add(id);
            if (fresh.length > 0) yield fresh;
            const last = results.at(-1);
            if (last === undefined || results.length < PAGE) break;
            after = last.id;
        }
    }
}
