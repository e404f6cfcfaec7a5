/** Reading HubSpot's objects, whose shape is promised by an API and not to be trusted. */
import type { Section, Unreadable } from '../../lead.ts';
import { isObject, readInstant, readRows } from '../read.ts';
import type { Version } from '../replay.ts';

export interface Properties {
    readonly [name: string]: unknown;
}

/** The properties of a contact or an activity; none when there are none to be read. */
export function propertiesOf(object: unknown): Properties {
    return isObject(object) && isObject(object.properties) ? object.properties : {};
}

/** All the values that a property had, oldest first; an emptied property is null. */
export function versionsOf(
    contact: unknown,
    name: string,
    section: Section,
    notes: Unreadable[]
): Version<string>[] {
    const histories = isObject(contact) ? contact.propertiesWithHistory : null;
    const history = isObject(histories) ? histories[name] : null;
    const versions: Version<string>[] = [];
    // "handoff_decision history" is no word of a rep's.
    const what = `${name.replace(/^hs_/, '').replace(/_/g, ' ')} history`;
    for (const entry of readRows(section, what, history as object[] | null, notes)) {
        const { timestamp, value } = entry as { timestamp?: unknown; value?: unknown };
        const at = readInstant(section, what, timestamp, notes);
        if (at !== null) versions.push({ at, value: textOrNull(value) });
    }
    // HubSpot gives the newest first, which decides between two of the same instant.
    return versions.reverse().sort((a, b) => a.at - b.at);
}

/** A table's entry for a word from outside, which may well be `constructor`. */
export function known<T>(table: { readonly [word: string]: T }, word: string): T | undefined {
    return Object.prototype.hasOwnProperty.call(table, word) ? table[word] : undefined;
}

function textOrNull(value: unknown): string | null {
    return typeof value === 'string' && value.trim() !== '' ? value : null;
}
