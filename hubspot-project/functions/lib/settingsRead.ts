/** Everything that the settings page shows when it is opened. */
import type { Agreement } from '../../../shared/agreement/types.ts';
import {
    LEAD_STATUS,
    LIFECYCLE_STAGE,
    missingNative,
    uncheckedNative
} from '../../../shared/crm/hubspot/native.ts';
import { defaultSettings, settingsFrom } from '../../../shared/crm/hubspot/settings.ts';
import type { HubSpotSettings } from '../../../shared/crm/hubspot/settings.ts';
import type { PortalSettings } from '../../../shared/crm/hubspot/settingsAnswers.ts';
import type { Issue } from '../../../shared/issue.ts';
import type { Client } from './client.ts';
import { checkSettings, definitionsIn } from './definitions.ts';
import { callFailure, failure } from './envelope.ts';
import type { Failure } from './envelope.ts';
import { probeFeatures } from './features.ts';
import { readLeadOptions } from './leads.ts';
import { getDefinitions, optionsOf } from './native.ts';
import { getSettings, settingsIn } from './settings.ts';

/** Reads the settings and what the portal offers for them: up to eleven calls in three rounds. */
export async function readPortal(
    client: Client,
    agreement: Agreement,
    now: number
): Promise<PortalSettings | Failure> {
    // An admin looks at what there is now.
    client.cache.forget('settings');
    client.cache.forget('definitions');
    const [answer, listed, leads] = await Promise.all([
        getSettings(client),
        getDefinitions(client),
        readLeadOptions(client)
    ]);
    if (!listed.ok) return callFailure('The contact properties could not be read', listed.error);
    const { settings, stored, gap } = settingsIn(answer, agreement);
    if (gap !== null && !answer.ok) {
        return callFailure('The settings could not be read', answer.error);
    }
    const definitions = definitionsIn(listed.body);
    const options = {
        [LEAD_STATUS]: optionsOf(listed.body, LEAD_STATUS),
        [LIFECYCLE_STAGE]: optionsOf(listed.body, LIFECYCLE_STAGE),
        ...leads
    };
    return {
        ok: true,
        settings,
        defaults: defaultSettings(agreement),
        issues: [
            ...settingsFrom(stored, agreement).issues,
            ...checkSettings(settings, definitions, agreement)
        ],
        missing: missingNative(agreement, options),
        unchecked: uncheckedNative(agreement, options),
        features: await probeFeatures(client, settings.score, now),
        ...definitions
    };
}

/** Settings as the page sends them, or what is wrong with them. */
export function givenSettings(given: unknown, agreement: Agreement): HubSpotSettings | Failure {
    const { settings, issues } = settingsFrom(given, agreement);
    return issues.length === 0 ? settings : badSettings(issues);
}

export function badSettings(issues: readonly Issue[]): Failure {
    return failure(
        'not_allowed',
        'These settings cannot be used as they are.',
        'Mend what is named.',
        {
            issues
        }
    );
}
