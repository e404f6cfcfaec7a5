/** The rows that every org has before anybody has entered a record. */
import { isPermissionable } from '../fields.ts';
import type { Schema } from '../schema.ts';
import { makeId } from '../ids.ts';
import { filesUnder, readMetadata, textOf } from '../metadata.ts';
import type { SeedRows } from '../store.ts';
import type { OrgSetup } from '../traits/types.ts';
import { SetupRows, addPermissionSets } from './permissionSets.ts';
import { nameIn, statusIn } from './words.ts';

/** Beyond all ids that cases and tests use for rows of their own. */
const FIRST = 900_001;

/** Who deploys, and so runs the Apex tests. */
export const DEPLOYER_ID = makeId('005', FIRST);

/** What a rep works with. */
const EVERYDAY = ['Lead', 'Contact', 'Account', 'Opportunity'];
const READ_ONLY = ['Campaign'];
/** Colleagues of the deployer; no admins. */
const REPS = ['Ana', 'Ben', 'Carla'];
/** A licence is plentiful where the org says nothing else. */
const MANY_LICENCES = 1_000;

/**
 * The org's setup as rows: licences, profiles, permission sets, statuses, business hours, users.
 *
 * @param forceApp the package, whose permission sets are there and assigned to nobody but whom the setup names
 */
export function setupRows(forceApp: string, schema: Schema, setup: OrgSetup): SeedRows {
    const rows = new SetupRows(FIRST);
    const paths = filesUnder(forceApp);
    addOrganization(rows, setup);
    const profiles = addProfiles(rows, schema, setup);
    addUsers(rows, profiles, setup);
    addPermissionSets(paths, rows);
    for (const one of rows.rows.PermissionSet ?? []) {
        if (!setup.deployerPermissionSets.includes(String(one.Name))) continue;
        rows.add('PermissionSetAssignment', '0Pa', {
            AssigneeId: DEPLOYER_ID,
            PermissionSetId: one.Id
        });
    }
    addStatuses(rows, setup);
    for (const { content } of readMetadata(paths, 'notiftype')) {
        rows.add('CustomNotificationType', '0ML', {
            DeveloperName: textOf(content, 'customNotifTypeName'),
            MasterLabel: textOf(content, 'masterLabel')
        });
    }
    for (const object of schema.values()) {
        object.recordTypes.forEach(({ name, label }) =>
            rows.add('RecordType', '012', {
                DeveloperName: name,
                Name: label,
                SobjectType: object.name,
                IsActive: true
            })
        );
    }
    return rows.seed;
}

function addOrganization(rows: SetupRows, setup: OrgSetup): void {
    rows.add('Organization', '00D', {
        Name: 'Northwind',
        OrganizationType: setup.server.edition ?? 'Enterprise Edition',
        IsSandbox: true,
        LanguageLocaleKey: setup.language,
        DefaultLocaleSidKey: setup.language,
        TimeZoneSidKey: setup.businessHoursZone
    });
    rows.add('BusinessHours', '01m', {
        Name: nameIn(setup.language, 'Default'),
        IsActive: true,
        IsDefault: true,
        TimeZoneSidKey: setup.businessHoursZone
    });
    const { currencies } = setup;
    for (const [IsoCode, ConversionRate] of Object.entries(currencies?.rates ?? {})) {
        rows.add('CurrencyType', '01L', {
            IsoCode,
            ConversionRate,
            DecimalPlaces: IsoCode === 'JPY' ? 0 : 2,
            IsActive: true,
            IsCorporate: IsoCode === currencies?.corporate
        });
    }
}

interface Profiles {
    readonly admin: string;
    readonly standard: string;
}

function addProfiles(rows: SetupRows, schema: Schema, setup: OrgSetup): Profiles {
    const used = 1 + REPS.length;
    const licence = rows.add('UserLicense', '100', {
        Name: 'Salesforce',
        MasterLabel: 'Salesforce',
        LicenseDefinitionKey: 'SFDC',
        Status: 'Active',
        TotalLicenses: setup.spareLicences === null ? MANY_LICENCES : used + setup.spareLicences,
        UsedLicenses: used
    });
    const profile = (name: string, isAdmin = false): string =>
        rows.add('Profile', '00e', {
            Name: nameIn(setup.language, name),
            UserLicenseId: licence,
            UserType: 'Standard',
            PermissionsModifyAllData: isAdmin,
            PermissionsViewAllData: isAdmin
        });
    const admin = profile('System Administrator', true);
    const standard = profile('Standard User');
    profile('Minimum Access - Salesforce');
    const own = (ProfileId: string, name: string): string =>
        rows.add('PermissionSet', '0PS', {
            Name: `X${ProfileId.slice(0, 15)}`,
            Label: name,
            IsOwnedByProfile: true,
            ProfileId
        });
    const adminSet = own(admin, 'System Administrator');
    const standardSet = own(standard, 'Standard User');
    for (const object of schema.values()) addRights(rows, adminSet, object.name, 'all');
    for (const name of EVERYDAY) addRights(rows, standardSet, name, 'edit');
    for (const name of READ_ONLY) addRights(rows, standardSet, name, 'read');
    for (const name of [...EVERYDAY, ...READ_ONLY]) {
        for (const set of [adminSet, standardSet]) addFields(rows, set, schema, name);
    }
    return { admin, standard };
}

function addRights(
    rows: SetupRows,
    ParentId: string,
    SobjectType: string,
    rights: 'all' | 'edit' | 'read'
): void {
    const mayWrite = rights !== 'read';
    rows.add('ObjectPermissions', '110', {
        ParentId,
        SobjectType,
        PermissionsRead: true,
        PermissionsCreate: mayWrite,
        PermissionsEdit: mayWrite,
        PermissionsDelete: mayWrite,
        PermissionsViewAllRecords: rights === 'all',
        PermissionsModifyAllRecords: rights === 'all'
    });
}

/** The platform's own fields, which a standard profile shows; never those of the package or the org. */
function addFields(rows: SetupRows, ParentId: string, schema: Schema, name: string): void {
    for (const field of schema.get(name.toLowerCase())?.fields.values() ?? []) {
        if (field.isCustom || !isPermissionable(field)) continue;
        rows.add('FieldPermissions', '01k', {
            ParentId,
            SobjectType: name,
            Field: `${name}.${field.name}`,
            PermissionsRead: true,
            PermissionsEdit: true
        });
    }
}

function addUsers(rows: SetupRows, { admin, standard }: Profiles, setup: OrgSetup): void {
    const add = (FirstName: string, LastName: string, ProfileId: string): void => {
        const address = `${FirstName}.${LastName}@northwind.example`.toLowerCase();
        rows.add('User', '005', {
            FirstName,
            LastName,
            Alias: FirstName.toLowerCase(),
            Username: address,
            Email: address,
            ProfileId,
            IsActive: true,
            UserType: 'Standard',
            LanguageLocaleKey: setup.language,
            LocaleSidKey: LOCALES[setup.language],
            TimeZoneSidKey: setup.businessHoursZone,
            EmailEncodingKey: 'UTF-8'
        });
    };
    add('Dana', 'Deployer', admin);
    for (const name of REPS) add(name, 'Rep', standard);
    rows.add('Group', '00G', { Type: 'Organization', DeveloperName: 'AllInternalUsers' });
}

const LOCALES: { readonly [language in OrgSetup['language']]: string } = {
    en_US: 'en_US',
    de: 'de_DE',
    ja: 'ja_JP'
};

function addStatuses(rows: SetupRows, { language }: OrgSetup): void {
    const add = (
        object: string,
        prefix: string,
        names: readonly string[],
        flags: { readonly [name: string]: { readonly [field: string]: boolean } }
    ): void =>
        names.forEach((name, i) => {
            const status = statusIn(language, name);
            rows.add(object, prefix, {
                ApiName: status,
                MasterLabel: status,
                SortOrder: i + 1,
                ...flags[name]
            });
        });
    add(
        'LeadStatus',
        '01J',
        [
            'Open - Not Contacted',
            'Working - Contacted',
            'Closed - Converted',
            'Closed - Not Converted'
        ],
        { 'Open - Not Contacted': { IsDefault: true }, 'Closed - Converted': { IsConverted: true } }
    );
    add(
        'TaskStatus',
        '01S',
        ['Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'],
        { 'Not Started': { IsDefault: true }, Completed: { IsClosed: true } }
    );
    add('TaskPriority', '01T', ['High', 'Normal', 'Low'], {
        High: { IsHighPriority: true },
        Normal: { IsDefault: true }
    });
    add('OpportunityStage', '01B', ['Prospecting', 'Closed Won', 'Closed Lost'], {
        Prospecting: { IsActive: true },
        'Closed Won': { IsActive: true, IsClosed: true, IsWon: true },
        'Closed Lost': { IsActive: true, IsClosed: true }
    });
}
