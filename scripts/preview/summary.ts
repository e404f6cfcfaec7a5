import type { Person } from './people.ts';
import type { Trouble } from './trouble.ts';

/** A person as the list shows one. */
export interface PersonSummary {
    readonly id: string;
    /** What the person's case shows. */
    readonly title: string;
    readonly name: string;
    readonly timeZone: string;
    /** The person's clock, epoch ms. */
    readonly now: number;
    /** How far it was set forward by hand, ms. */
    readonly offset: number;
    readonly trouble: { readonly salesforce: Trouble | null; readonly hubspot: Trouble | null };
}

export function summaryOf(person: Person): PersonSummary {
    const { id, title, timeZone } = person.seen;
    return {
        id,
        title,
        timeZone,
        name: nameOf(person),
        now: person.now(),
        offset: person.offset,
        trouble: { ...person.trouble }
    };
}

/** The name as the Salesforce record has it; without one the id of the case. */
function nameOf({ seen }: Person): string {
    const { objectName, recordId, rows } = seen.salesforce;
    const row = rows[objectName]?.find(({ Id }) => Id === recordId) ?? {};
    const name = [row.FirstName, row.LastName].filter((part) => typeof part === 'string');
    return name.join(' ').trim() || seen.id;
}
