/** Who has the contacts, by name and team; those who left, too, since their leads still count. */
import type { HubSpotOwner } from '../../../shared/crm/hubspot/records.ts';
import { isObject } from '../../../shared/crm/read.ts';
import type { ApiError } from './apiError.ts';
import type { Client, JsonObject } from './client.ts';
import { nextPageOf, pick, resultsOf } from './json.ts';
import * as paths from './paths.ts';

const PAGE = '500';
/** Of those who are here, and of those who left. */
const MOST_PAGES = 4;

export interface Owners {
    readonly owners: readonly HubSpotOwner[];
    readonly notes: readonly string[];
}

/** Reads them; without them, reps are shown by their ids. */
export async function readOwners(client: Client): Promise<Owners> {
    const lists = await Promise.all([readList(client, 'false'), readList(client, 'true')]);
    const [error = null] = lists.flatMap((list) => list.error ?? []);
    const isCut = lists.some((list) => list.isCut);
    return {
        owners: lists.flatMap((list) => list.owners),
        notes: [
            ...(error === null
                ? []
                : [
                      `Some reps are shown by their ids: the owners could not be read. ${error.message}`
                  ]),
            ...(isCut ? ['Some reps are shown by their ids: the account has too many owners.'] : [])
        ]
    };
}

interface List {
    readonly owners: readonly HubSpotOwner[];
    readonly isCut: boolean;
    readonly error?: ApiError;
}

async function readList(client: Client, archived: string): Promise<List> {
    const owners: HubSpotOwner[] = [];
    let after: string | null = null;
    for (let page = 0; page < MOST_PAGES; page += 1) {
        const answer = await client.get(paths.OWNERS, {
            limit: PAGE,
            archived,
            ...(after === null ? {} : { after })
        });
        if (!answer.ok) return { owners, isCut: false, error: answer.error };
        owners.push(...resultsOf(answer.body).map(ownerOf));
        after = nextPageOf(answer.body);
        if (after === null) return { owners, isCut: false };
    }
    return { owners, isCut: true };
}

function ownerOf(row: JsonObject): HubSpotOwner {
    return {
        ...pick(row, ['email', 'firstName', 'lastName']),
        id: String(row.id),
        type: row.type === 'QUEUE' ? 'QUEUE' : 'PERSON',
        teams: (Array.isArray(row.teams) ? row.teams.filter(isObject) : []).map((team) => ({
            id: String(team.id),
            name: String(team.name),
            primary: team.primary === true
        }))
    };
}
