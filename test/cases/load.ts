/**
 * The people of the tests and of the preview. A file holds what is particular to one person; the reps,
 * the queue and the other leads of each source are those of common.json.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { withBulk } from './bulk.ts';
import type { Bulk } from './bulk.ts';
import { otherContacts, otherLeads, otherPageView } from './otherLeads.ts';
import type { SourceOutcome } from './otherLeads.ts';
import { completedPortal, completedRows } from './rows.ts';
import type { PortalFile, RowsFile } from './rows.ts';
import type { Case } from './types.ts';

export type { Case } from './types.ts';

/** A case as its file holds it: rows without the ids and the links that follow from the person. */
export type CaseFile = Pick<Case, 'id' | 'title' | 'now' | 'locale' | 'timeZone'> & {
    /** What only a generator can write down: a thousand page views. */
    readonly bulk?: Bulk;
    /** False: no page view was ever synced to this org. */
    readonly pageViewsSynced?: boolean;
    /** Names of people who are in no list of users any more. */
    readonly people?: Case['people'];
    readonly salesforce: Omit<Case['salesforce'], 'rows'> & { readonly rows: RowsFile };
    readonly hubspot: Omit<Case['hubspot'], 'portal'> & { readonly portal: PortalFile };
};

interface Common {
    readonly salesforce: RowsFile;
    readonly owners: NonNullable<PortalFile['owners']>;
    readonly people: Case['people'];
    readonly otherLeads: readonly SourceOutcome[];
}

/** Every case, in the order of their numbers. */
export function loadCases(): Case[] {
    return readdirSync(new URL('.', import.meta.url))
        .filter((name) => /^\d\d-.+\.json$/.test(name))
        .sort()
        .map((name) => loadCase(name.replace(/\.json$/, '')));
}

/**
 * One case by its id, such as `01-fresh-demo-request`.
 *
 * @throws Error when there is no such file
 */
export function loadCase(id: string): Case {
    const common = read('common') as Common;
    const file = withBulk(read(id) as CaseFile);
    const { salesforce, hubspot, ...rest } = file;
    const rows = completedRows(salesforce.rows, salesforce.recordId);
    return {
        id: rest.id,
        title: rest.title,
        now: rest.now,
        locale: rest.locale,
        timeZone: rest.timeZone,
        salesforce: {
            ...salesforce,
            rows: merged(
                common.salesforce,
                otherLeads(common.otherLeads),
                file.pageViewsSynced === false ? {} : otherPageView(),
                rows
            )
        },
        hubspot: {
            ...hubspot,
            portal: {
                owners: common.owners,
                others: otherContacts(common.otherLeads),
                ...completedPortal(hubspot.portal)
            }
        },
        people: { ...common.people, ...file.people }
    };
}

function read(name: string): unknown {
    return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'));
}

function merged(...parts: readonly RowsFile[]): RowsFile {
    const all: { [object: string]: RowsFile[string] } = {};
    for (const part of parts) {
        for (const [object, rows] of Object.entries(part)) {
            all[object] = [...(all[object] ?? []), ...rows];
        }
    }
    return all;
}
