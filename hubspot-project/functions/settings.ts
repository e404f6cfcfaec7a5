/** The app function `handoff-settings`: what the settings page reads, saves and tries out. */
import { agreement } from 'handoff:agreement';
import type {
    PortalSettings,
    SavedSettings,
    TestedSettings
} from '../../shared/crm/hubspot/settingsAnswers.ts';
import { createClient } from './lib/client.ts';
import { failure } from './lib/envelope.ts';
import type { Failure, FunctionContext } from './lib/envelope.ts';
import { noToken, parametersOf } from './lib/input.ts';
import { readPortal } from './lib/settingsRead.ts';
import { saveSettings } from './lib/settingsSave.ts';
import { testSettings } from './lib/settingsTest.ts';

/** HubSpot stops a function after 10 s. */
const TIME_MS = 9000;

/**
 * Parameters: `action`. `read`: the settings, and what the portal offers for each. `save`: stores
 * `settings`, which are checked against the portal first. `test`: what `settings` would read of
 * `contact`, an id or an email address.
 */
export const main = async (
    context: FunctionContext
): Promise<PortalSettings | SavedSettings | TestedSettings | Failure> => {
    const { action, settings, contact } = parametersOf(context?.parameters);
    const token = process.env.PRIVATE_APP_ACCESS_TOKEN;
    if (!token) return noToken();
    const client = createClient(token, performance.now() + TIME_MS);
    if (action === 'read') return readPortal(client, agreement, Date.now());
    if (action === 'save') return saveSettings(client, agreement, settings);
    if (action === 'test') return testSettings(client, agreement, settings, contact);
    return failure(
        'bad_action',
        'The parameter action is not one of read, save and test.',
        'Upload Handoff again: its settings page and its function are of different versions.'
    );
};
