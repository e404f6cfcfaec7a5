/** Every function, while the portal grants all scopes but one. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { FEATURE_SCOPES } from '../../../shared/crm/hubspot/scopes.ts';
import { createPortal } from '../../../scripts/sandbox/hubspot/portal.ts';
import { SOURCE } from '../project.ts';
import { fullPortal, NOW, RUNS } from './runs.ts';
import type { Run } from './runs.ts';

const { requiredScopes } = (
    JSON.parse(readFileSync(path.join(SOURCE, 'app/app-hsmeta.json'), 'utf8')) as {
        config: { auth: { readonly requiredScopes: readonly string[] } };
    }
).config.auth;
/** What `deploy` adds where the account has it. */
const optionalScopes: readonly string[] = Object.values(FEATURE_SCOPES).flat();

const portal = await createPortal({ project: 'hubspot-project', now: () => NOW, delay: 1 });
afterAll(() => portal.close());
beforeEach(() => portal.clearTraffic());

interface Result {
    readonly ok: boolean;
    readonly error?: { readonly code: string; readonly mend: string };
}

async function without(scopes: readonly string[], { uid, parameters, portal: rows }: Run) {
    const granted = [...requiredScopes, ...optionalScopes].filter((one) => !scopes.includes(one));
    portal.seed(fullPortal({ ...rows, scopes: granted }));
    return (await portal.runFunction(uid, parameters)) as Result;
}

function expectRefusal({ ok, error }: Result): void {
    expect(ok).toBe(false);
    expect(error?.code).toBe('no_access');
    expect(error?.mend).toMatch(/scope/i);
}

describe.each(RUNS)('$uid, asked to $what', (one) => {
    const { uid } = one;
    it.each(requiredScopes)('answers without %s, or says what to grant', async (scope) => {
        const result = await without([scope], one);
        if (!result.ok) expectRefusal(result);
    });

    it.each(optionalScopes)('does its work without %s, and says what it missed', async (scope) => {
        const usual = await without([], one);
        portal.clearTraffic();
        const result = await without([scope], one);
        expect(result.ok).toBe(true);
        // Most accounts have no leads: the settings page says so, and not every decision.
        const isSilent = uid === 'handoff-decide' && scope === 'crm.objects.leads.read';
        if (!isSilent && portal.calls.some(({ status }) => status === 403))
            expect(result).not.toEqual(usual);
        else expect(result).toEqual(usual);
    });

    it('does its work with the required scopes alone', async () => {
        expect(await without(optionalScopes, one)).toMatchObject({ ok: true });
    });
});
