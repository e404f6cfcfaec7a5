import type { Person } from '../people.ts';
import { summaryOf } from '../summary.ts';
import type { FrameSettings } from './settings.ts';

const HEADER = [
    ['Company name', 'company'],
    ['Job title', 'jobtitle'],
    ['Phone number', 'phone'],
    ['Email', 'email']
] as const;

/** The settings of a person's frame, from the case and the clock. */
export function settingsOf(person: Person, compact: boolean): FrameSettings {
    const { seen } = person;
    const { salesforce, hubspot } = seen;
    const { properties } = hubspot.portal.contact;
    const owner = hubspot.portal.owners?.find(({ email }) => email === hubspot.user.email);
    const { firstName, lastName } = owner ?? {};
    return {
        person: seen.id,
        name: summaryOf(person).name,
        locale: seen.locale,
        timeZone: seen.timeZone,
        clockShift: person.now() - Date.now(),
        compact,
        salesforce: {
            recordId: salesforce.recordId,
            objectName: salesforce.objectName,
            userId: salesforce.user
        },
        hubspot: {
            objectId: hubspot.objectId,
            user: { ...hubspot.user, firstName: firstName ?? '', lastName: lastName ?? '' },
            properties: HEADER.flatMap(([label, name]) => {
                const value = properties[name];
                return value ? [[label, value] as const] : [];
            })
        }
    };
}
