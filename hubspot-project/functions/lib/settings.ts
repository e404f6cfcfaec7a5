/** The portal's settings, and the properties that they alone name. */
import type { Agreement } from '../../../shared/agreement/types.ts';
import { SETTINGS } from '../../../shared/crm/hubspot/names.ts';
import { hubspotProperties } from '../../../shared/crm/hubspot/properties.ts';
import { settingsFrom, storedSettings } from '../../../shared/crm/hubspot/settings.ts';
import type { HubSpotSettings } from '../../../shared/crm/hubspot/settings.ts';
import { isObject } from '../../../shared/crm/read.ts';
import type { Gap } from '../../../shared/lead.ts';
import type { Answer, Client, JsonObject } from './client.ts';
import { gapOf } from './gap.ts';
import * as paths from './paths.ts';

export interface Settings {
    readonly settings: HubSpotSettings;
    /** As stored, for whoever draws the record: it names what is wrong with them. */
    readonly stored: unknown;
    /** They could not be read at all. */
    readonly gap: Gap | null;
}

/** Reads the property that holds them, or what this process knows of it; an account without it has set nothing. */
export function getSettings(client: Client): Promise<Answer> {
    return client.cache.read('settings', async () => {
        const answer = await client.get(paths.contactProperty(SETTINGS));
        const isAbsent = !answer.ok && answer.error.status === 404;
        return isAbsent ? { ok: true, body: {} } : answer;
    });
}

/** What this process knows of the settings; undefined: nothing. */
export function knownSettings(client: Client, agreement: Agreement): HubSpotSettings | undefined {
    const kept = client.cache.get<Answer>('settings');
    return kept && settingsIn(kept, agreement).settings;
}

/** The settings of an answer. */
export function settingsIn(answer: Answer, agreement: Agreement): Settings {
    const stored = answer.ok ? storedIn(answer.body) : null;
    return {
        settings: settingsFrom(stored, agreement).settings,
        stored,
        gap: answer.ok ? null : gapOf('settings', answer.error)
    };
}

/** What a property's description stores; null: nothing. */
export function storedIn({ description }: JsonObject): unknown {
    const text = typeof description === 'string' ? description.trim() : '';
    return text === '' ? null : storedSettings(text);
}

/**
 * Reads what the settings name and the first reading of the contact did not; null: there is no such thing.
 *
 * @param before the settings by which the first reading went; undefined: the defaults
 */
export function getOwnProperties(
    client: Client,
    id: string,
    agreement: Agreement,
    settings: HubSpotSettings,
    before: HubSpotSettings | undefined
): Promise<Answer> | null {
    const first = hubspotProperties(agreement, before);
    const { plain, history } = hubspotProperties(agreement, settings);
    const own = {
        plain: plain.filter((name) => !first.plain.includes(name)),
        history: history.filter((name) => !first.history.includes(name))
    };
    if (own.plain.length + own.history.length === 0) return null;
    return client.get(paths.contact(id), {
        properties: own.plain.join(','),
        propertiesWithHistory: own.history.join(',')
    });
}

/** The contact's answer with the properties of a second one. */
export function withProperties(contact: JsonObject, own: JsonObject): JsonObject {
    const both = (key: string): JsonObject => ({
        ...(isObject(contact[key]) ? contact[key] : {}),
        ...(isObject(own[key]) ? own[key] : {})
    });
    return {
        ...contact,
        properties: both('properties'),
        propertiesWithHistory: both('propertiesWithHistory')
    };
}
