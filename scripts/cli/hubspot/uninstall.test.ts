import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import papaparse from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { golden } from '../testing/run.ts';
import { stable, testAccount, type TestAccount } from './testing.ts';

const UNINSTALL = ['uninstall', 'hubspot', '--yes', '--production', 'Acme'];
const GONE = { group: null, properties: [], project: null, isInstalled: false };

let account: TestAccount;
beforeEach(async () => {
    account = await testAccount();
    await account.run(['deploy', 'hubspot', '--yes']);
    account.add(
        {
            email: 'a@acme.example',
            handoff_decision: 'rejected',
            handoff_decision_note: 'No, "no"'
        },
        { email: 'b@acme.example' },
        { email: 'c@acme.example', handoff_feedback: 'agree' }
    );
}, 30_000);
afterEach(() => account.close());

function exported(): { readonly [column: string]: string }[] {
    const [folder = ''] = readdirSync(account.folder).filter((name) => name.includes('export'));
    const text = readFileSync(path.join(account.folder, folder, 'hubspot-contacts.csv'), 'utf8');
    return papaparse.parse<{ [column: string]: string }>(text, {
        header: true,
        skipEmptyLines: true
    }).data;
}

describe('handoff uninstall hubspot', () => {
    it('shows what would go, and does nothing', async () => {
        const before = account.endState();
        const argv = ['uninstall', 'hubspot', '--dry-run'];
        await golden('uninstall/hubspot/dry-run', await account.run(argv), stable);
        expect(account.endState()).toEqual(before);
        expect(readdirSync(account.folder)).toEqual([]);
    });

    it('wants the account’s name, even of a test account', async () => {
        const { code, stderr } = await account.run(['uninstall', 'hubspot', '--yes']);
        expect(code).toBe(2);
        expect(stderr).toContain("--production 'Acme'");
        expect(account.endState()).not.toMatchObject(GONE);
    });

    it('writes who bears what into a file, then takes all of ours out', async () => {
        await golden('uninstall/hubspot/done', await account.run(UNINSTALL), stable);
        expect(account.endState()).toMatchObject(GONE);
        expect(exported()).toMatchObject([
            { id: '101', email: 'a@acme.example', handoff_decision_note: 'No, "no"' },
            { id: '103', email: 'c@acme.example', handoff_feedback: 'agree' }
        ]);
        expect(account.portal.contacts).toHaveLength(3);
        await golden('uninstall/hubspot/again', await account.run(UNINSTALL), stable);
    });

    it('keeps the group with somebody else’s properties in it', async () => {
        const { properties, groups } = account.portal.definitions;
        const email = properties.get('email');
        if (!email) throw new Error('no email');
        properties.set('their_own', { ...email, name: 'their_own', groupName: 'handoff' });
        const { stderr } = await account.run(UNINSTALL);
        expect(stderr).toContain('their_own');
        expect(groups.has('handoff')).toBe(true);
        expect(properties.has('their_own')).toBe(true);
        expect([...properties.keys()].filter((name) => name.startsWith('handoff_'))).toEqual([]);
    });

    it('says which properties HubSpot keeps, and takes the others', async () => {
        const message = 'The property is in use in 2 workflows.';
        account.intercept({
            status: 400,
            body: { status: 'error', category: 'VALIDATION_ERROR', message },
            on: 'DELETE /crm/properties/2026-09/contacts/handoff_reason_detail'
        });
        await golden('uninstall/hubspot/in-use', await account.run(UNINSTALL), stable);
        expect((account.endState() as { properties: object[] }).properties).toHaveLength(1);
        expect((await account.run(UNINSTALL)).code).toBe(0);
        expect(account.endState()).toMatchObject(GONE);
    });

    it.each([
        'POST /dfs/deploy/v3/deploys/delete',
        'DELETE /developer/projects/v1/handoff',
        'DELETE /crm/properties/2026-09/contacts/handoff_mql_at',
        'DELETE /crm/properties/2026-09/contacts/groups/handoff'
    ])('ends the same when it was cut short after %s', async (on) => {
        account.cutAt(on, true);
        expect((await account.run(UNINSTALL)).code).not.toBe(0);
        account.mend();
        expect((await account.run(UNINSTALL)).code).toBe(0);
        expect(account.endState()).toMatchObject(GONE);
        expect(exported()).toHaveLength(2);
    });
});
