/** Why HubSpot did not take a value of one of its own properties, in words that a rep can act on. */
import type { Agreement } from '../../../shared/agreement/types.ts';
import { NATIVE_LABELS, missingWords } from '../../../shared/crm/hubspot/native.ts';
import type { NativeOption, NativeProperty } from '../../../shared/crm/hubspot/native.ts';
import type { ApiError } from './apiError.ts';
import type { Answer, Client, JsonObject } from './client.ts';
import { resultsOf } from './json.ts';
import * as paths from './paths.ts';

/** All contact properties, or what this process knows of them. */
export function getDefinitions(client: Client): Promise<Answer> {
    return client.cache.read('definitions', () => client.get(paths.CONTACT_PROPERTIES));
}

/** What a property of the contact may be set to; null: any value, or there is no such property. */
export function optionsOf(definitions: JsonObject, name: string): NativeOption[] | null {
    const found = resultsOf(definitions).find((one) => one.name === name);
    if (found === undefined || found.type !== 'enumeration') return null;
    return resultsOf({ results: found.options })
        .filter(({ hidden }) => hidden !== true)
        .map(({ value, label }) => ({
            value: String(value),
            label: typeof label === 'string' ? label : String(value)
        }));
}

/** The note for a contact property that was left as it is, because HubSpot refused its new value. */
export async function leftNote(
    client: Client,
    agreement: Agreement,
    property: NativeProperty,
    value: string,
    error: ApiError
): Promise<string> {
    const label = NATIVE_LABELS[property];
    const saved = `The decision is saved, but the ${label} stays as it is`;
    const definitions = await getDefinitions(client);
    const offered = definitions.ok ? optionsOf(definitions.body, property) : null;
    if (offered && !offered.some((option) => option.value === value)) {
        return `${saved}. ${missingWords(property, value, offered, agreement)}`;
    }
    const required = requiredIn(error, [property], definitions.ok ? definitions.body : {});
    if (required.length > 0) {
        const chosen = offered?.find((option) => option.value === value)?.label ?? value;
        return `${saved}: this account requires ${required.join(' and ')} with “${chosen}”. Fill it in on the record, then set the ${label} there.`;
    }
    return `${saved}: ${sentence(error.message)} Set it on the record, or ask a HubSpot admin.`;
}

/** The labels of properties that an admin's rule requires; `about` are those that were written. */
export function requiredIn(
    { status, details }: ApiError,
    about: readonly string[],
    definitions: JsonObject
): string[] {
    if (status !== 400) return [];
    const names = details.flatMap(({ properties }) => properties);
    return [...new Set(names)]
        .filter((name) => !about.includes(name) && !name.startsWith('handoff_'))
        .map((name) => {
            const label = resultsOf(definitions).find((one) => one.name === name)?.label;
            return `“${typeof label === 'string' ? label : name}”`;
        });
}

export function sentence(text: string): string {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
