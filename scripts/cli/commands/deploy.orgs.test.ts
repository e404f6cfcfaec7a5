/** Orgs that are not empty: what the plan finds in them, and what a failure is told with. */
import { afterEach, describe, expect, it } from 'vitest';
import { componentsOf, type Component } from '../salesforce/components.ts';
import { stable, testOrg, type TestOrg } from '../salesforce/testing.ts';
import type { OrgSetup } from '../../sandbox/salesforce/traits/types.ts';
import { golden } from '../testing/run.ts';

const DEPLOY = ['deploy', 'salesforce', '--yes'];

let org: TestOrg;
afterEach(() => org.close());

async function orgWith(setup: Partial<OrgSetup>): Promise<TestOrg> {
    return testOrg({ traits: [{ name: 'test', imitates: 'what the test says', setup }] });
}

/** Puts a component that somebody else made into the org. */
function own(file: string, xml: string): void {
    for (const [key, component] of componentsOf(new Map([[file, xml]]))) {
        if (component.type === 'CustomObject') continue;
        org.metadata.set(key, { component, by: 'Eve Editor', at: '2026-03-01T08:00:00.000Z' });
    }
}

const INBOUND = `
    <recordTypes>
        <fullName>Inbound</fullName>
        <active>true</active>
        <businessProcess>Inbound process</businessProcess>
        <description>From the website</description>
        <label>Inbound</label>
        <picklistValues>
            <picklist>Rating</picklist>
            <values><fullName>Hot</fullName><default>true</default></values>
        </picklistValues>
    </recordTypes>`;
const RETIRED = INBOUND.replace('Inbound<', 'Retired<').replace('true</active>', 'false</active>');

function recordType(name: string): { readonly [tag: string]: unknown } {
    const content = (org.metadata.get(`RecordType:${name}`)?.component as Component).content;
    return content as { readonly [tag: string]: unknown };
}

interface Picklist {
    readonly picklist: string;
    readonly values: readonly { readonly fullName: string }[] | { readonly fullName: string };
}

function listed(name: string): { [picklist: string]: string[] } {
    const picklists = [recordType(name)['picklistValues'] as Picklist | Picklist[]].flat();
    return Object.fromEntries(
        picklists.map(({ picklist, values }) => [
            picklist,
            [values].flat().map(({ fullName }) => fullName)
        ])
    );
}

describe('record types', () => {
    it('gives our values to the active ones in the first deployment, and touches nothing else of them', async () => {
        org = await testOrg();
        own('objects/Lead.object', `<CustomObject>${INBOUND}${RETIRED}</CustomObject>`);
        await golden('deploy/record-types', await org.run(DEPLOY), stable);
        const { Handoff_Decision__c: decisions, ...others } = listed('Lead.Inbound');
        expect(decisions).toEqual(['accepted', 'qualified', 'recycled', 'rejected']);
        expect(Object.keys(others).sort()).toEqual([
            'Handoff_Feedback__c',
            'Handoff_Reason_Detail__c',
            'Handoff_Reason__c',
            'Rating'
        ]);
        expect(others['Rating']).toEqual(['Hot']);
        expect(recordType('Lead.Inbound')).toMatchObject({
            label: 'Inbound',
            active: 'true',
            businessProcess: 'Inbound process',
            description: 'From the website'
        });
        expect(Object.keys(listed('Lead.Retired'))).toEqual(['Rating']);
        expect((await org.run(DEPLOY)).stdout).toContain('Nothing to do');
    });

    it('finds one that lacks a value, and adds it alone', async () => {
        org = await testOrg();
        await org.run(DEPLOY);
        own('objects/Lead.object', `<CustomObject>${INBOUND}</CustomObject>`);
        await golden('verify/record-type', await org.run(['verify', 'salesforce']), stable);
        expect((await org.run(DEPLOY)).code).toBe(0);
        expect((await org.run(['verify', 'salesforce'])).stdout).not.toContain('record type');
    });

    it('are left as they were by uninstall', async () => {
        org = await testOrg();
        own('objects/Lead.object', `<CustomObject>${INBOUND}</CustomObject>`);
        await org.run(DEPLOY);
        const gone = await org.run([
            'uninstall',
            'salesforce',
            '--yes',
            '--production',
            'Acme UAT'
        ]);
        expect(gone.code).toBe(0);
        expect(listed('Lead.Inbound')).toEqual({ Rating: ['Hot'] });
    });
});

describe('obstacles, before anything is changed', () => {
    it('names the history slots that are taken, and deploys without ours', async () => {
        org = await orgWith({ server: { historySlotsTaken: 18 } });
        await golden('deploy/history-slots', await org.run(DEPLOY), stable);
        expect(org.deployments.all).toEqual([]);
        expect((await org.run(['deploy', 'salesforce', '--dry-run'])).code).toBe(4);
        expect((await org.run([...DEPLOY, '--no-history-tracking'])).code).toBe(0);
        const { stdout } = await org.run(['verify', 'salesforce']);
        expect(stdout.replace(/\s+/g, ' ')).toContain('as with --no-history-tracking');
        expect(stdout).not.toContain('enableHistory');
    });

    it('counts what is free: seven slots are enough', async () => {
        org = await orgWith({ server: { historySlotsTaken: 13 } });
        expect((await org.run(DEPLOY)).code).toBe(0);
        expect((await org.run(DEPLOY)).stdout).toContain('Nothing to do');
    });

    it.each(['Professional Edition', 'Team Edition', 'Base Edition'])(
        'refuses an org of %s',
        async (edition) => {
            org = await orgWith({ server: { edition } });
            const ran = await org.run(DEPLOY);
            expect(ran.stderr).toContain(`is a ${edition} org, which takes no Apex code`);
            expect(ran.code).toBe(3);
            expect(org.requests.filter((one) => /deployRequest|Soap/.test(one))).toEqual([]);
        }
    );

    it('tells what of the org’s own meets our tests, and in which language it answers', async () => {
        org = await orgWith({
            language: 'de',
            duplicateRules: [
                { name: 'Same_Email', object: 'Lead', match: ['Email'], action: 'block' }
            ]
        });
        seedOwn();
        await golden(
            'deploy/surroundings',
            await org.run([...DEPLOY.slice(0, 2), '--dry-run']),
            stable
        );
    });
});

function seedOwn(): void {
    own(
        'objects/Lead.object',
        `<CustomObject><validationRules><fullName>Industry_Is_Set</fullName><active>true</active>
            <errorConditionFormula>ISBLANK(TEXT(Industry))</errorConditionFormula>
            <errorMessage>Bitte eine Branche angeben.</errorMessage></validationRules></CustomObject>`
    );
    own('triggers/AcmeLead.trigger', 'trigger AcmeLead on Lead (before insert) {}');
}

describe('a test of ours that the org refuses', () => {
    const fails = async (message: string): Promise<string> => {
        org.trouble.outcome = {
            testFailures: [{ name: 'HandoffStampsTest', methodName: 'stamps', message }]
        };
        const ran = await org.run(DEPLOY);
        expect(ran.code).toBe(4);
        expect(ran.stderr.replace(/\s+/g, ' ')).toContain('Nothing was changed.');
        return ran.stderr.replace(/\s+/g, ' ');
    };

    it('names the rule with the message that it gave, and who made it', async () => {
        org = await orgWith({ language: 'de' });
        seedOwn();
        const told = await fails(
            'System.DmlException: Insert failed. First exception on row 0; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, Bitte eine Branche angeben.: [Industry]'
        );
        expect(told).toContain(
            'a validation rule of the org’s own: Lead.Industry_Is_Set (Eve Editor).'
        );
        expect(told).not.toContain('run npx handoff check');
    });

    it('tells one reason once, however many tests fail for it', async () => {
        org = await orgWith({});
        const message = 'System.DmlException: FIELD_CUSTOM_VALIDATION_EXCEPTION, No.: [Industry]';
        org.trouble.outcome = {
            testFailures: ['a', 'b', 'c'].map((methodName) => ({
                name: 'HandoffStampsTest',
                methodName,
                message,
                stackTrace: `Class.HandoffStampsTest.${methodName}: line ${methodName.charCodeAt(0)}, column 1`
            }))
        };
        const { stderr } = await org.run(DEPLOY);
        expect(stderr.replace(/\s+/g, ' ')).toContain('(HandoffStampsTest.a and 2 other tests)');
        expect(stderr.match(/FIELD_CUSTOM_VALIDATION/g)).toHaveLength(1);
    });

    it.each([
        ['REQUIRED_FIELD_MISSING, Fehlende Pflichtfelder: [Region__c]: [Region__c]', 'Region__c'],
        ['DUPLICATES_DETECTED, Möchten Sie einen dieser Datensätze verwenden?: []', 'Same_Email'],
        ['LICENSE_LIMIT_EXCEEDED, Lizenzgrenze überschritten: []', 'No user licence is left'],
        ['MIXED_DML_OPERATION, DML auf Setup-Objekt: User', 'AcmeLead (Eve Editor)'],
        ['FIELD_INTEGRITY_EXCEPTION, Problem mit dem Land: Country', 'State and country picklists'],
        [
            'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, ungültiger Wert: x: [Handoff_Reason__c]',
            'A record type'
        ],
        ['UNABLE_TO_LOCK_ROW, unable to obtain exclusive access', 'quieter time'],
        [
            'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, AcmeLead: execution of BeforeInsert: []',
            'The trigger Lead.AcmeLead (Eve Editor) fails'
        ],
        ['System.LimitException: Too many SOQL queries: 101', 'Lead.AcmeLead (Eve Editor)']
    ])('translates %s', async (message, words) => {
        org = await orgWith({
            duplicateRules: [
                { name: 'Same_Email', object: 'Lead', match: ['Email'], action: 'block' }
            ]
        });
        seedOwn();
        expect(
            await fails(`System.DmlException: Insert failed. first error: ${message}`)
        ).toContain(words);
    });
});
