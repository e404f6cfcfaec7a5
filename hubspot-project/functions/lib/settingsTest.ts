/** What some settings would read of one contact, before anybody relies on them. */
import type { Agreement } from '../../../shared/agreement/types.ts';
import { leadFromHubSpot } from '../../../shared/crm/hubspot/lead.ts';
import type { HubSpotObject, HubSpotRecords } from '../../../shared/crm/hubspot/records.ts';
import { enteredProperty, SETTING_NAMES } from '../../../shared/crm/hubspot/settings.ts';
import type { HubSpotSettings, SettingName } from '../../../shared/crm/hubspot/settings.ts';
import type { TestedRow, TestedSettings } from '../../../shared/crm/hubspot/settingsAnswers.ts';
import type { Fact, Instant, Lead } from '../../../shared/lead.ts';
import type { Client } from './client.ts';
import { contactOf } from './contact.ts';
import { callFailure, failure } from './envelope.ts';
import type { Failure } from './envelope.ts';
import { contactIdOf } from './input.ts';
import * as paths from './paths.ts';
import { getScoreChanges, scoreChangesOf } from './scoreChanges.ts';
import { givenSettings } from './settingsRead.ts';

const EMAIL = /^[^\s@/?#]+@[^\s@/?#]+$/;
const LONGEST_EMAIL = 254;

/** Reads the contact with these settings, as the panel would, in two calls. */
export async function testSettings(
    client: Client,
    agreement: Agreement,
    given: unknown,
    who: unknown
): Promise<TestedSettings | Failure> {
    const settings = givenSettings(given, agreement);
    if ('ok' in settings) return settings;
    const place = placeOf(who);
    if (place === null) return badContact();
    const answer = await client.get(place.path, {
        ...place.query,
        properties: ['firstname', 'lastname', 'email', ...propertiesOf(settings).values()].join(
            ','
        ),
        propertiesWithHistory: settings.score ?? ''
    });
    if (!answer.ok) {
        return answer.error.status === 404
            ? noContact()
            : callFailure('The contact could not be read', answer.error);
    }
    const contact = contactOf(answer.body, agreement, settings);
    const explained = scoreChangesOf(await getScoreChanges(client, contact.id, settings.score));
    const records = { contact, settings, scoreChanges: explained } as unknown as HubSpotRecords;
    const lead = leadFromHubSpot(records, agreement);
    const { name, email } = lead.facts;
    return {
        ok: true,
        contact: { id: contact.id, name: textOf(name) ?? textOf(email) },
        rows: rowsOf(settings, contact, lead),
        score:
            settings.score === null
                ? null
                : {
                      changes: lead.otherScoreChanges.length,
                      from: explained === null ? 'property_history' : 'lead_scoring'
                  }
    };
}

function rowsOf(settings: HubSpotSettings, contact: HubSpotObject, lead: Lead): TestedRow[] {
    const properties = propertiesOf(settings);
    const understood: { readonly [name in SettingName]: Fact | Instant } = {
        score: lead.otherScore,
        employees: lead.facts.employees,
        revenue: lead.facts.revenue,
        industry: lead.facts.industry,
        title: lead.facts.title,
        mqlStage: lead.mqlAt
    };
    return SETTING_NAMES.map((setting) => {
        const property = properties.get(setting) ?? null;
        return {
            setting,
            property,
            raw: property === null ? null : (contact.properties[property] ?? null),
            understood: understood[setting]
        };
    });
}

/** The property that each setting reads; a score that is not shown reads none. */
function propertiesOf(settings: HubSpotSettings): Map<SettingName, string> {
    const properties = new Map<SettingName, string>();
    for (const name of SETTING_NAMES) {
        const value = settings[name];
        if (value === null) continue;
        properties.set(name, name === 'mqlStage' ? enteredProperty(value) : value);
    }
    return properties;
}

function placeOf(who: unknown): { path: string; query: { [name: string]: string } } | null {
    const text = typeof who === 'string' ? who.trim() : who;
    const id = contactIdOf(text);
    if (id !== null) return { path: paths.contact(id), query: {} };
    if (typeof text !== 'string' || text.length > LONGEST_EMAIL || !EMAIL.test(text)) return null;
    return { path: paths.contact(encodeURIComponent(text)), query: { idProperty: 'email' } };
}

function textOf(fact: Fact): string | null {
    return typeof fact === 'string' ? fact : null;
}

function badContact(): Failure {
    return failure(
        'bad_contact',
        'This is neither a contact’s record ID nor an email address.',
        'Enter the number at the end of the contact’s address in HubSpot, or their email address.'
    );
}

function noContact(): Failure {
    return failure(
        'not_found',
        'There is no such contact.',
        'Check the record ID or the email address.'
    );
}
