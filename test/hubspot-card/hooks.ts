/** HubSpot's hooks over a portal of ours, for HubSpot's test renderer. */
import { useMemo, useState } from 'react';
import type { useAssociations, useCrmProperties } from '@hubspot/ui-extensions/crm';
import { ACTIVITIES } from '../../scripts/sandbox/hubspot/objectTypes.ts';
import type { State } from '../../scripts/sandbox/hubspot/store.ts';

export interface Hooks {
    readonly useCrmProperties: typeof useCrmProperties;
    readonly useAssociations: typeof useAssociations;
}

const SETTLED = { error: null, isLoading: false, isRefetching: false };
const refetch = () => Promise.resolve();

const failed = { ...SETTLED, error: new Error('Failed to fetch'), refetch };

/** Where HubSpot itself cannot be reached. */
export const offline = (): Pick<Hooks, 'useCrmProperties'> => ({
    useCrmProperties: () => ({ ...failed, properties: {} })
});

/** Reads as HubSpot's hooks do; like HubSpot's, they keep the page before until the next one is there. */
export function hooksOf({ contacts, contactId, activities }: State): Hooks {
    const contact = contacts.find(({ id }) => id === contactId);
    return {
        useCrmProperties: (names) => {
            const key = names.join();
            const properties = useMemo(
                () => pick(contact?.properties ?? {}, key.split(',')),
                [key]
            );
            return { ...SETTLED, properties, refetch };
        },
        useAssociations: ({ toObjectType, properties = [], pageLength = 10 }) => {
            const [currentPage, setPage] = useState(1);
            const kind = ACTIVITIES[toObjectType];
            const all = kind === undefined ? [] : activities[kind];
            const end = currentPage * pageLength;
            const key = properties.join();
            const results = useMemo(
                () =>
                    all.slice(end - pageLength, end).map((row) => ({
                        toObjectId: Number(row.id),
                        associationTypes: [],
                        properties: pick(row.properties, key.split(','))
                    })),
                [all, end, pageLength, key]
            );
            const pagination = {
                hasNextPage: end < all.length,
                hasPreviousPage: currentPage > 1,
                currentPage,
                pageSize: pageLength,
                nextPage: () => setPage(currentPage + 1),
                previousPage: () => setPage(currentPage - 1),
                reset: () => setPage(1)
            };
            return { ...SETTLED, results, pagination, refetch };
        }
    };
}

function pick(
    given: { readonly [name: string]: string | null },
    names: readonly string[]
): Record<string, string | null> {
    return Object.fromEntries(names.map((name) => [name, given[name] ?? null]));
}
