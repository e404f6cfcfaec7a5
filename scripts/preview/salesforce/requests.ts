/** How this page reaches its org: the sandbox's requests, failing as the platform's own do. */
import type { AcceptanceSettings } from '../frame/acceptanceSettings.ts';
import { frameSettings } from '../frame/settings.ts';
import type { FrameSettings } from '../frame/settings.ts';

/** What the platform gives a component for a request that found no server. */
const OFFLINE = {
    ok: false,
    status: 0,
    statusText: '',
    body: { message: 'Disconnected or Canceled' }
};

/** Asks the org; rejects with the platform's shape of a failed request. The answer is frozen, as wired data is. */
export async function askOrg(
    action: 'apex' | 'object' | 'record' | 'update',
    body: object
): Promise<unknown> {
    const response = await fetch(`/api/${orgOf()}/${action}`, {
        method: 'POST',
        body: JSON.stringify(body)
    }).catch(() => null);
    if (response === null) throw OFFLINE;
    const answer: unknown = await response.json();
    if (!response.ok) throw answer;
    return deepFreeze(answer);
}

/** A record's page has an org of its own; the overview's has one with many leads. */
function orgOf(): string {
    const settings: FrameSettings | AcceptanceSettings = frameSettings();
    return 'org' in settings ? String(settings.org) : `salesforce/${settings.person}`;
}

function deepFreeze<T>(value: T): T {
    if (typeof value === 'object' && value !== null) {
        Object.values(value).forEach(deepFreeze);
        Object.freeze(value);
    }
    return value;
}
