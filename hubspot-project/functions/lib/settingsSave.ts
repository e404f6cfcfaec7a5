/** Storing the settings in the portal: as the description of a hidden contact property. */
import type { Agreement } from '../../../shared/agreement/types.ts';
import { SETTINGS } from '../../../shared/crm/hubspot/names.ts';
import { writeSettings } from '../../../shared/crm/hubspot/settings.ts';
import type { SavedSettings } from '../../../shared/crm/hubspot/settingsAnswers.ts';
import type { Answer, Client } from './client.ts';
import { checkSettings, definitionsIn } from './definitions.ts';
import { callFailure } from './envelope.ts';
import type { Failure } from './envelope.ts';
import { getDefinitions } from './native.ts';
import * as paths from './paths.ts';
import { badSettings, givenSettings } from './settingsRead.ts';

const GROUP = { name: 'handoff', label: 'Handoff' };
const PROPERTY = {
    name: SETTINGS,
    label: 'Handoff settings',
    groupName: GROUP.name,
    type: 'string',
    fieldType: 'text',
    hidden: true,
    formField: false
};

/** Checks the settings against the portal's own properties and stores them; of two saves the later counts. */
export async function saveSettings(
    client: Client,
    agreement: Agreement,
    given: unknown
): Promise<SavedSettings | Failure> {
    const settings = givenSettings(given, agreement);
    if ('ok' in settings) return settings;
    client.cache.forget('definitions');
    const listed = await getDefinitions(client);
    if (!listed.ok) return callFailure('The contact properties could not be read', listed.error);
    const issues = checkSettings(settings, definitionsIn(listed.body), agreement);
    if (issues.length > 0) return badSettings(issues);
    const stored = await store(client, writeSettings(settings, agreement));
    // The next panel reads them; other processes do within a minute.
    client.cache.forget('settings');
    client.cache.forget('acceptance');
    return stored.ok ? { ok: true, settings } : notSaved(stored);
}

/** Creates the property, and its group, where the portal does not have it yet. */
async function store(client: Client, description: string): Promise<Answer> {
    const write = () => client.patch(paths.contactProperty(SETTINGS), { description });
    const written = await write();
    if (!isStatus(written, 404)) return written;
    const group = await client.post(paths.CONTACT_PROPERTY_GROUPS, GROUP);
    if (!group.ok && !isStatus(group, 409)) return group;
    const created = await client.post(paths.CONTACT_PROPERTIES, { ...PROPERTY, description });
    // Somebody else, or a repeated call of ours, was first.
    return isStatus(created, 409) ? write() : created;
}

function isStatus(answer: Answer, status: number): boolean {
    return !answer.ok && answer.error.status === status;
}

function notSaved(answer: Answer & { readonly ok: false }): Failure {
    const refused = callFailure('The settings could not be saved', answer.error);
    if (answer.error.status !== 403) return refused;
    const mend =
        'Deploy Handoff again, so that the app is granted the scope crm.schemas.contacts.write; then save again.';
    return { ...refused, error: { ...refused.error, mend } };
}
