import { afterAll, describe, expect, it } from 'vitest';
import { convertLeads } from '../dml/convert.ts';
import type { Values } from '../dml/testing.ts';
import { NOON, dml, idOf, rows, transactionOf } from '../dml/testing.ts';
import type { DmlResult } from '../dml/types.ts';
import { mayEditField, mayReadField, sandboxUserOf } from '../access.ts';
import { makeId } from '../ids.ts';
import type { OpenOrg } from '../setup/open.ts';
import { openOrg } from '../setup/open.ts';
import { mayReadRow } from '../sharing.ts';
import { SAMPLE_FILES, packageOf, removePackage } from '../testing/package.ts';
import { TRAITS, traitNamed } from './traits.ts';

const SET = `<PermissionSet><label>Rep</label>
    <customPermissions><enabled>true</enabled><name>Correct</name></customPermissions>
    <objectPermissions><object>Visit__c</object><allowRead>true</allowRead></objectPermissions>
    <fieldPermissions><field>Lead.Decision__c</field><readable>true</readable><editable>true</editable></fieldPermissions>
    <fieldPermissions><field>Lead.Note__c</field><readable>true</readable><editable>false</editable></fieldPermissions>
</PermissionSet>`;
const forceApp = packageOf({
    ...SAMPLE_FILES,
    'permissionsets/Handoff_Rep.permissionset-meta.xml': SET,
    'customPermissions/Correct.customPermission-meta.xml':
        '<CustomPermission><label>Correct</label></CustomPermission>',
    'triggers/Convert.trigger': `trigger Convert on Lead(before update) {
        for (Lead one : Trigger.new) {
            if (one.IsConverted) {
                one.addError('Not that one');
            }
        }
    }`
});

afterAll(() => removePackage(forceApp));

function orgWith(...names: string[]): OpenOrg {
    return openOrg(forceApp, () => NOON, names.map(traitNamed));
}

const MIA: Values = { LastName: 'Moss', Company: 'Acme' };

function errorsOf([result]: readonly DmlResult[]): unknown[] {
    expect(result?.success).toBe(false);
    return (result?.errors ?? []).map(({ code, message }) => `${code}: ${message}`);
}

describe('each trait', () => {
    it.each(TRAITS)(
        '$name opens an org in which a lead, a contact and a task are described',
        (trait) => {
            const org = openOrg(forceApp, () => NOON, [trait]);
            expect(trait.imitates).toMatch(/\.$/);
            expect(rows(org, 'Profile')).toHaveLength(3);
            expect(org.store.byId(org.deployer.id)?.row.IsActive).toBe(true);
        }
    );

    it('composes with all others', () => {
        const org = openOrg(forceApp, () => NOON, TRAITS);
        expect(errorsOf(dml(org, 'insert', 'Lead', [MIA]))[0]).toContain('Region__c');
    });
});

describe('plain', () => {
    it('saves what a person enters', () => {
        const org = orgWith('plain');
        dml(org, 'insert', 'Lead', [MIA]);
        expect(rows(org, 'Lead')).toMatchObject([
            { Name: 'Moss', OwnerId: org.deployer.id, Status: 'Open - Not Contacted' }
        ]);
    });

    it('shows nobody a field that was just deployed, not even the deployer', () => {
        const org = orgWith('plain');
        expect(mayReadField(org.deployer, 'Lead', 'Decision__c')).toBe(false);
        expect(mayReadField(org.deployer, 'Lead', 'Company')).toBe(true);
        const refused = dml(org, 'insert', 'Lead', [{ ...MIA, Decision__c: 'accepted' }], {
            mode: 'user'
        });
        expect(errorsOf(refused)).toEqual([
            'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: Operation failed due to fields being ' +
                'inaccessible on Sobject Lead, check errors on Exception or Result!'
        ]);
        expect(refused[0]?.errors[0]?.fields).toEqual(['Decision__c']);
    });

    it('shows them to whom a permission set is assigned, from then on', () => {
        const org = orgWith('plain');
        const [set] = rows(org, 'PermissionSet').filter(({ Name }) => Name === 'Handoff_Rep');
        dml(org, 'insert', 'PermissionSetAssignment', [
            { AssigneeId: org.deployer.id, PermissionSetId: set?.Id ?? null }
        ]);
        expect(mayEditField(org.deployer, 'Lead', 'Decision__c')).toBe(true);
        expect(mayReadField(org.deployer, 'Lead', 'Note__c')).toBe(true);
        expect(mayEditField(org.deployer, 'Lead', 'Note__c')).toBe(false);
    });
});

describe('deployers', () => {
    it('who work in German find profiles and messages translated', () => {
        const org = orgWith('germanDeployer');
        expect(rows(org, 'Profile').map(({ Name }) => Name)).toContain('Standardbenutzer');
        expect(rows(org, 'Profile').map(({ Name }) => Name)).not.toContain('Standard User');
        expect(errorsOf(dml(org, 'insert', 'Lead', [{ Company: 'Acme' }]))).toEqual([
            'REQUIRED_FIELD_MISSING: Erforderliche Felder fehlen: [LastName]'
        ]);
        expect(org.schema.get('lead')?.fields.get('company')?.label).toBe('Firma');
    });

    it('of an org created in Japanese find no status by its English name', () => {
        const org = orgWith('japaneseDeployer');
        const closed = rows(org, 'TaskStatus').find(({ IsClosed }) => IsClosed === true);
        expect(closed?.ApiName).toBe('完了');
        dml(org, 'insert', 'Task', [{ Subject: 'Call', Status: '完了' }]);
        dml(org, 'insert', 'Task', [{ Subject: 'Call', Status: 'Completed' }]);
        expect(rows(org, 'Task').map(({ IsClosed }) => IsClosed)).toEqual([true, false]);
    });

    it('may hold our permission sets, and so our custom permissions', () => {
        const org = orgWith('deployerHasOurPermissionSets');
        expect(org.deployer.grants?.custom()).toEqual(['Correct']);
        expect(orgWith('plain').deployer.grants?.custom()).toEqual([]);
    });
});

const USER: Values = {
    Alias: 'new',
    LastName: 'New',
    Email: 'new@northwind.example',
    Username: 'new@northwind.example',
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US',
    LocaleSidKey: 'en_US',
    TimeZoneSidKey: 'America/New_York'
};

describe('noSpareLicence', () => {
    it('refuses an active user, and takes one who is not', () => {
        const org = orgWith('noSpareLicence');
        const [profile] = rows(org, 'Profile');
        const ProfileId = profile?.Id ?? null;
        expect(errorsOf(dml(org, 'insert', 'User', [{ ...USER, ProfileId }]))).toEqual([
            'LICENSE_LIMIT_EXCEEDED: License Limit Exceeded'
        ]);
        const [saved] = dml(org, 'insert', 'User', [{ ...USER, ProfileId, IsActive: false }]);
        expect(saved?.success).toBe(true);
        expect(dml(orgWith('plain'), 'insert', 'User', [{ ...USER, ProfileId }])[0]?.success).toBe(
            true
        );
    });
});

describe('requiredCustomFields', () => {
    it.each([
        ['Lead', MIA, 'Region__c'],
        ['Contact', { LastName: 'Moss' }, 'Region__c'],
        ['Task', { Subject: 'Call' }, 'Purpose__c'],
        [
            'Event',
            { StartDateTime: '2026-03-04T12:00:00.000Z', DurationInMinutes: 30 },
            'Purpose__c'
        ]
    ])('refuses a %s without one', (object, values, field) => {
        const org = orgWith('requiredCustomFields');
        expect(errorsOf(dml(org, 'insert', object, [values]))).toEqual([
            `REQUIRED_FIELD_MISSING: Required fields are missing: [${field}]`
        ]);
        expect(dml(org, 'insert', object, [{ ...values, [field]: 'x' }])[0]?.success).toBe(true);
    });
});

describe('foreignValidationRules', () => {
    it.each([
        ['Lead', { ...MIA, Country: 'Japan' }, 'Phone or Email needed.'],
        ['Lead', { ...MIA, Phone: '1' }, 'Country is needed.'],
        ['Contact', { LastName: 'Moss', MailingCountry: 'Japan' }, 'Phone or Email needed.'],
        ['Contact', { LastName: 'Moss', Email: 'mia@acme.example' }, 'Country is needed.'],
        ['Task', { Subject: 'Call' }, 'Task subject needs 5 characters.'],
        ['Task', {}, 'Task subject needs 5 characters.']
    ])('refuse a %s %j', (object, values, message) => {
        expect(
            errorsOf(dml(orgWith('foreignValidationRules'), 'insert', object, [values as Values]))
        ).toEqual([`FIELD_CUSTOM_VALIDATION_EXCEPTION: ${message}`]);
    });
});

describe('blockingDuplicateRules', () => {
    it('refuse the same person a second time, though not two that are saved together', () => {
        const org = orgWith('blockingDuplicateRules');
        expect(dml(org, 'insert', 'Lead', [MIA, MIA]).map(({ success }) => success)).toEqual([
            true,
            true
        ]);
        for (const twin of [MIA, { LastName: 'MOSS', Company: 'acme', Email: 'x@acme.example' }]) {
            expect(errorsOf(dml(org, 'insert', 'Lead', [twin], { allowDuplicates: true }))).toEqual(
                ['DUPLICATES_DETECTED: Use one of these records?']
            );
        }
        dml(org, 'insert', 'Contact', [{ LastName: 'A', Email: 'a@acme.example' }]);
        expect(
            errorsOf(dml(org, 'insert', 'Contact', [{ LastName: 'B', Email: 'A@acme.example' }]))[0]
        ).toContain('DUPLICATES_DETECTED');
    });
});

describe('foreignTriggers', () => {
    it('write beside ours, and use up the limits that ours share', () => {
        const org = orgWith('foreignTriggers');
        const transaction = transactionOf(org);
        dml(org, 'insert', 'Lead', [MIA], {}, transaction);
        expect(rows(org, 'Account')).toHaveLength(10);
        for (let i = 0; i < 4; i++) dml(org, 'insert', 'Lead', [MIA], {}, transaction);
        expect(() => dml(org, 'insert', 'Lead', [MIA], {}, transaction)).toThrow(
            'Too many SOQL queries: 101'
        );
        expect(rows(org, 'Account')).toHaveLength(50);
        expect(rows(org, 'Lead')).toHaveLength(5);
    });

    it('run again for the sound records of a partial save, whose first attempt costs nothing', () => {
        const org = orgWith('foreignTriggers');
        const transaction = transactionOf(org);
        const both = [MIA, { ...MIA, Company: null }];
        dml(org, 'insert', 'Lead', both, { allOrNone: false }, transaction);
        expect(rows(org, 'Lead')).toHaveLength(1);
        expect(rows(org, 'Account')).toHaveLength(10);
        expect(transaction.limits.used.queries).toBe(20);
    });
});

describe('recordTypesPartial', () => {
    it('refuse a value of ours until the record’s type lists it', () => {
        const org = orgWith('recordTypesPartial');
        const decided = { ...MIA, Decision__c: 'accepted' };
        expect(errorsOf(dml(org, 'insert', 'Lead', [decided]))).toEqual([
            'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Decision: bad value for restricted ' +
                'picklist field: accepted'
        ]);
        org.schema
            .get('lead')
            ?.recordTypes[0]?.picklistValues.set('decision__c', new Set(['accepted']));
        expect(dml(org, 'insert', 'Lead', [decided])[0]?.success).toBe(true);
        const [inbound, partner] = rows(org, 'RecordType').filter(
            ({ SobjectType }) => SobjectType === 'Lead'
        );
        expect(rows(org, 'Lead')[0]?.RecordTypeId).toBe(inbound?.Id);
        const other = { ...decided, RecordTypeId: partner?.Id ?? null };
        expect(errorsOf(dml(org, 'insert', 'Lead', [other]))).toHaveLength(1);
    });
});

describe('features', () => {
    it('bring fields that other orgs do not have', () => {
        const has = (name: string, field: string, object = 'lead'): boolean =>
            orgWith(name).schema.get(object)?.fields.has(field) ?? false;
        expect(has('plain', 'currencyisocode')).toBe(false);
        expect(has('multiCurrency', 'currencyisocode')).toBe(true);
        expect(has('multiCurrency', 'currencyisocode', 'visit__c')).toBe(true);
        expect(has('plain', 'countrycode')).toBe(false);
        expect(has('stateCountryPicklists', 'countrycode')).toBe(true);
        expect(has('plain', 'ispersonaccount', 'account')).toBe(false);
        expect(has('personAccounts', 'ispersonaccount', 'account')).toBe(true);
    });

    it('multiCurrency gives new records the corporate currency, and takes none that is not active', () => {
        const org = orgWith('multiCurrency');
        dml(org, 'insert', 'Lead', [MIA, { ...MIA, CurrencyIsoCode: 'JPY' }]);
        expect(rows(org, 'Lead').map((row) => row.CurrencyIsoCode)).toEqual(['EUR', 'JPY']);
        expect(errorsOf(dml(org, 'insert', 'Lead', [{ ...MIA, CurrencyIsoCode: 'XXX' }]))).toEqual([
            'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: Currency Iso Code: bad value for ' +
                'restricted picklist field: XXX'
        ]);
    });

    it('stateCountryPicklists refuse what their lists do not hold, and fill in the codes', () => {
        const org = orgWith('stateCountryPicklists');
        expect(errorsOf(dml(org, 'insert', 'Lead', [{ ...MIA, Country: 'Deutschland' }]))).toEqual([
            "FIELD_INTEGRITY_EXCEPTION: There's a problem with this country, even though it may " +
                'appear correct. Please select a country/territory from the list of valid countries.'
        ]);
        const place = { ...MIA, Country: 'United States' };
        expect(errorsOf(dml(org, 'insert', 'Lead', [{ ...place, State: 'Bavaria' }]))[0]).toContain(
            "There's a problem with this state"
        );
        dml(org, 'insert', 'Lead', [{ ...place, State: 'New York' }]);
        expect(rows(org, 'Lead')).toMatchObject([{ CountryCode: 'US', StateCode: 'NY' }]);
    });

    it('stateCountryPicklists fill in the country of a code before rules ask for it', () => {
        const org = orgWith('foreignValidationRules', 'stateCountryPicklists');
        dml(org, 'insert', 'Lead', [{ ...MIA, Phone: '1', CountryCode: 'JP' }]);
        dml(org, 'insert', 'Contact', [
            { LastName: 'Moss', Phone: '1', MailingCountryCode: 'US', MailingStateCode: 'TX' }
        ]);
        expect(rows(org, 'Lead')).toMatchObject([{ Country: 'Japan' }]);
        expect(rows(org, 'Contact')).toMatchObject([
            { MailingCountry: 'United States', MailingState: 'Texas' }
        ]);
        const Id = String(rows(org, 'Lead')[0]?.Id);
        dml(org, 'update', 'Lead', [{ Id, CountryCode: 'FR' }]);
        expect(rows(org, 'Lead')).toMatchObject([{ Country: 'France', CountryCode: 'FR' }]);
        dml(org, 'update', 'Lead', [{ Id, Country: 'India' }]);
        expect(rows(org, 'Lead')).toMatchObject([{ Country: 'India', CountryCode: 'IN' }]);
    });

    it('personAccounts make a contact of an account that has a person’s name', () => {
        const org = orgWith('personAccounts');
        const id = idOf(dml(org, 'insert', 'Account', [{ FirstName: 'Mia', LastName: 'Moss' }]));
        expect(org.store.byId(id)?.row).toMatchObject({ IsPersonAccount: true, Name: 'Mia Moss' });
        expect(rows(org, 'Contact')).toMatchObject([
            { AccountId: id, LastName: 'Moss', IsPersonAccount: true }
        ]);
        const both = { Name: 'Acme', LastName: 'Moss' };
        expect(errorsOf(dml(org, 'insert', 'Account', [both]))[0]).toContain(
            'INVALID_FIELD_FOR_INSERT_UPDATE'
        );
    });
});

describe('requireValidationOff', () => {
    const convert = (org: OpenOrg): ReturnType<typeof convertLeads> =>
        convertLeads(
            [
                {
                    leadId: idOf(dml(org, 'insert', 'Lead', [MIA])),
                    convertedStatus: 'Closed - Converted',
                    accountId: null,
                    contactId: null,
                    opportunityName: null,
                    doNotCreateOpportunity: true,
                    ownerId: null,
                    overwriteLeadSource: false
                }
            ],
            { mode: 'system', allOrNone: false },
            transactionOf(org)
        );

    it('runs no trigger of the lead, which stops a conversion elsewhere', () => {
        expect(convert(orgWith('plain'))).toMatchObject([
            { success: false, errors: [{ message: 'Not that one' }] }
        ]);
        expect(convert(orgWith('requireValidationOff'))).toMatchObject([{ success: true }]);
    });
});

describe('otherBusinessHours', () => {
    it('has none in New York', () => {
        const zones = rows(orgWith('otherBusinessHours'), 'BusinessHours').map(
            (row) => row.TimeZoneSidKey
        );
        expect(zones).toEqual(['Pacific/Auckland']);
    });
});

describe('privateSharing', () => {
    it('shows a rep their own leads, those of their queue and of whom they lead', () => {
        const org = orgWith('privateSharing');
        const [ana, ben] = rows(org, 'User').filter(({ LastName }) => LastName === 'Rep');
        const user = sandboxUserOf(String(ana?.Id), org);
        const lead = org.schema.get('lead');
        dml(org, 'insert', 'Lead', [{ ...MIA, OwnerId: ben?.Id ?? null }]);
        const sees = (): boolean =>
            lead !== undefined && mayReadRow(user, lead, rows(org, 'Lead')[0] ?? {}, org);
        expect(sees()).toBe(false);
        const refused = dml(
            org,
            'update',
            'Lead',
            [{ Id: rows(org, 'Lead')[0]?.Id ?? null, Company: 'Other' }],
            { mode: 'user' },
            transactionOf(org, user)
        );
        expect(errorsOf(refused)).toEqual([
            'INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on object id'
        ]);
        const shared = { ...transactionOf(org, user), isSharing: true };
        const lost = { Id: rows(org, 'Lead')[0]?.Id ?? null };
        expect(errorsOf(dml(org, 'delete', 'Lead', [lost], {}, shared))[0]).toContain(
            'INSUFFICIENT_ACCESS_OR_READONLY'
        );
        const boss = idOf(dml(org, 'insert', 'UserRole', [{ Name: 'Boss' }]));
        const rep = idOf(dml(org, 'insert', 'UserRole', [{ Name: 'Rep', ParentRoleId: boss }]));
        dml(org, 'update', 'User', [
            { Id: user.id, UserRoleId: boss },
            { Id: ben?.Id ?? null, UserRoleId: rep }
        ]);
        expect(sees()).toBe(true);
        expect(mayReadRow(org.deployer, lead!, rows(org, 'Lead')[0] ?? {}, org)).toBe(true);
    });
});

describe('customerFields', () => {
    it('are there to be named', () => {
        const fields = orgWith('customerFields').schema.get('lead')?.fields;
        expect(fields?.get('project_lead__c')?.type).toBe('boolean');
        expect(fields?.get('erp_system__c')?.type).toBe('string');
    });
});

describe('lockedRows', () => {
    it('cannot be written while another transaction holds them', () => {
        const org = orgWith('lockedRows');
        const Id = makeId('00Q', 800_001);
        expect(errorsOf(dml(org, 'update', 'Lead', [{ Id, Company: 'Other' }]))).toEqual([
            `UNABLE_TO_LOCK_ROW: unable to obtain exclusive access to this record or 1 records: ${Id}`
        ]);
        dml(org, 'insert', 'Lead', [MIA]);
        expect(rows(org, 'Lead')).toHaveLength(2);
    });
});

describe('what only the deploy server asks', () => {
    it('is told by its features', () => {
        expect(orgWith('historySlotsTaken').setup.server.historySlotsTaken).toBe(18);
        expect(rows(orgWith('professionalEdition'), 'Organization')).toMatchObject([
            { OrganizationType: 'Professional Edition' }
        ]);
        expect(orgWith('runningBatch', 'deadJobs').setup.server).toEqual({
            runningBatch: true,
            deadJobs: true
        });
    });
});
