import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stable, testAccount, type TestAccount } from '../hubspot/testing.ts';
import { golden } from '../testing/run.ts';
import type { Line } from './lines.ts';

const VERIFY = ['verify', 'hubspot'];

let account: TestAccount;
let agreed: ReturnType<typeof saved>;

/** What drift is made of, to put it back. */
function saved(): { properties: [string, object][]; groups: [string, string][] } {
    const { properties, groups } = account.portal.definitions;
    return { properties: [...properties], groups: [...groups] };
}

beforeAll(async () => {
    account = await testAccount();
    await account.run(['deploy', 'hubspot', '--yes']);
    account.add({ handoff_decision: 'accepted' }, { handoff_decision: 'rejected' });
    agreed = saved();
}, 60_000);
afterAll(() => account.close());
beforeEach(() => {
    const { properties, groups } = account.portal.definitions;
    properties.clear();
    for (const [name, one] of agreed.properties) properties.set(name, one as never);
    groups.clear();
    for (const [name, label] of agreed.groups) groups.set(name, label);
});

async function drifted(): Promise<readonly Line[]> {
    const { code, stdout } = await account.run([...VERIFY, '--json']);
    const { result } = JSON.parse(stdout) as { result: { lines: Line[] } };
    const found = result.lines.filter(({ state }) => state === 'drift');
    expect(code).toBe(found.length > 0 ? 1 : 0);
    return found;
}

/** Changes a property as somebody may in HubSpot's settings. */
function change(name: string, changes: object): void {
    const { properties } = account.portal.definitions;
    const found = properties.get(name);
    if (!found) throw new Error(`no ${name}`);
    properties.set(name, { ...found, ...changes });
}

function options(name: string): { value: string; label: string; hidden: boolean }[] {
    const found = account.portal.definitions.properties.get(name);
    return (found?.options ?? []).map((option) => ({ ...option }));
}

describe('handoff verify hubspot', () => {
    it('finds nothing wrong with what was deployed', async () => {
        await golden('verify/hubspot/agreed', await account.run(VERIFY), stable);
        expect(await drifted()).toEqual([]);
    });

    it('tells what has drifted, and leaves with 1', async () => {
        change('handoff_reason', {
            label: 'Why not',
            options: options('handoff_reason').slice(1),
            updatedAt: '2026-11-18T09:30:00.000Z',
            updatedUserId: '9000001'
        });
        change('handoff_settings', { description: '{"score":"no_such_score"}' });
        await golden('verify/hubspot/drift', await account.run(VERIFY), stable);
        const coloured = await account.run(VERIFY, { isColoured: true });
        await golden('verify/hubspot/drift.colour', coloured, stable);
    });

    it.each<[string, () => void, string, string]>([
        [
            'a group by another label',
            () => account.portal.definitions.groups.set('handoff', 'Hand-over'),
            'handoff',
            'the label is “Hand-over”'
        ],
        [
            'a property that is gone',
            () => account.portal.definitions.properties.delete('handoff_mql_at'),
            'handoff_mql_at',
            'is not there'
        ],
        [
            'a property of another type',
            () => change('handoff_attempts', { type: 'string', fieldType: 'text' }),
            'handoff_attempts',
            'is of the type string'
        ],
        [
            'a property that was moved',
            () => change('handoff_attempts', { groupName: 'contactinformation' }),
            'handoff_attempts',
            'is in the group contactinformation'
        ],
        [
            'another label',
            () => change('handoff_attempts', { label: 'Tries' }),
            'handoff_attempts',
            'the label is “Tries”'
        ],
        [
            'another description',
            () => change('handoff_attempts', { description: 'Tries.' }),
            'handoff_attempts',
            'the description differs'
        ],
        [
            'a property that was hidden',
            () => change('handoff_attempts', { hidden: true }),
            'handoff_attempts',
            'it is hidden'
        ],
        [
            'another way to show it',
            () => change('handoff_reason', { fieldType: 'radio' }),
            'handoff_reason',
            'it is shown as radio'
        ],
        [
            'an option that was hidden',
            () => {
                const [first, ...more] = options('handoff_reason');
                change('handoff_reason', { options: [{ ...first, hidden: true }, ...more] });
            },
            'handoff_reason',
            'hides icp_mismatch'
        ],
        [
            'an option that was renamed',
            () => {
                const [first, ...more] = options('handoff_reason');
                change('handoff_reason', { options: [{ ...first, label: 'No fit' }, ...more] });
            },
            'handoff_reason',
            'icp_mismatch is called “No fit”'
        ],
        [
            'an option that was added',
            () => {
                const more = { value: 'mood', label: 'Bad mood', displayOrder: 99, hidden: false };
                change('handoff_reason', { options: [...options('handoff_reason'), more] });
            },
            'handoff_reason',
            'offers mood, which is no longer agreed'
        ],
        [
            'settings that nobody can read',
            () => change('handoff_settings', { description: '{"score":' }),
            'handoff_settings',
            'not a JSON object'
        ],
        [
            'a score that is gone',
            () => change('handoff_settings', { description: '{"score":"old_score"}' }),
            'score',
            'there is no contact property old_score'
        ],
        [
            'a lifecycle stage that is gone',
            () => change('handoff_settings', { description: '{"mqlStage":"123456"}' }),
            'mqlStage',
            'there is no lifecycle stage 123456'
        ],
        [
            'a setting that is no name',
            () => change('handoff_settings', { description: '{"title":"Job title"}' }),
            'title',
            'not the internal name of a property'
        ]
    ])('sees %s', async (_what, drift, name, why) => {
        drift();
        const found = await drifted();
        expect(found).toHaveLength(1);
        expect(found[0]).toMatchObject({ name, why: expect.stringContaining(why) as string });
    });

    it('sees a build of other files, an app that is not installed, and scopes that it lacks', async () => {
        const { projects } = account.portal;
        const [build] = projects.builds;
        if (!build) throw new Error('no build');
        const [installed] = [projects.installed];
        projects.builds[0] = { ...build, message: 'Uploaded by hand' };
        expect(await drifted()).toMatchObject([{ what: 'project' }]);
        projects.builds[0] = build;
        projects.installed = [1];
        expect(await drifted()).toMatchObject([{ what: 'scopes' }]);
        projects.installed = null;
        expect(await drifted()).toMatchObject([{ what: 'app' }, { what: 'scopes' }]);
        projects.installed = installed;
        projects.deployedBuildId = null;
        expect((await drifted())[0]).toMatchObject({ what: 'project', why: 'is not deployed' });
        projects.deployedBuildId = 1;
    });

    it('says what it could not see with a token alone', async () => {
        const { HANDOFF_HUBSPOT_API, HUBSPOT_CONFIG_PATH, HUBSPOT_ACCOUNT_ID } = account.env;
        const { access } = account.portal;
        const ran = await account.run(VERIFY, {
            env: {
                HANDOFF_HUBSPOT_API,
                HUBSPOT_CONFIG_PATH,
                HUBSPOT_ACCOUNT_ID,
                HUBSPOT_PERSONAL_ACCESS_KEY: '',
                HUBSPOT_ACCESS_TOKEN: access.token
            }
        });
        await golden('verify/hubspot/token-alone', ran, stable);
    });
});
