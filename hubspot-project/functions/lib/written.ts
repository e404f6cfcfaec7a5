/** What became of a save: refused, overtaken, or standing on the contact. */
import type { HubSpotObject, HubSpotRecords } from '../../../shared/crm/hubspot/records.ts';
import type { Written } from '../../../shared/crm/hubspot/stamps.ts';
import type { ApiError } from './apiError.ts';
import { callFailure, failure } from './envelope.ts';
import type { Failure } from './envelope.ts';
import { requiredIn } from './native.ts';

/** @param what was to be saved, such as `decision`; `again` names doing so: "decide" */
export function notSaved(
    what: string,
    again: string,
    error: ApiError,
    records: HubSpotRecords
): Failure {
    const required = requiredIn(error, [], {});
    if (required.length > 0) {
        return failure(
            'required_by_rule',
            `The ${what} could not be saved: a rule in this account requires ${required.join(' and ')}.`,
            `Fill it in on the record, then ${again} again; a HubSpot admin can change the rule (Settings, Objects, Contacts, Record customization).`,
            { records }
        );
    }
    if (error.status !== null) {
        return { ...callFailure(`The ${what} could not be saved`, error), records };
    }
    return failure(
        'save_unknown',
        `HubSpot did not answer in time; the ${what} may have been saved or not.`,
        `Reload the panel before you ${again} again.`,
        { records }
    );
}

/** Whether the contact says what was saved: of two saves in one moment the later counts. */
export function stands(
    contact: HubSpotObject,
    written: Written,
    names: readonly string[]
): boolean {
    return names.every((name) => (contact.properties[name] ?? '') === (written[name] ?? ''));
}

/** The contact with what was saved, where it could not be read again. */
export function withWritten(contact: HubSpotObject, written: Written, now: number): HubSpotObject {
    const histories = contact.propertiesWithHistory ?? {};
    const timestamp = new Date(now).toISOString();
    return {
        ...contact,
        properties: { ...contact.properties, ...written },
        propertiesWithHistory: {
            ...histories,
            ...Object.fromEntries(
                Object.entries(written).map(([name, value]) => [
                    name,
                    [{ value, timestamp }, ...(histories[name] ?? [])]
                ])
            )
        }
    };
}
