/** The ways in which real orgs differ from an empty one, each of them a fixture. */
import { join } from 'node:path';
import { makeId } from '../ids.ts';
import { COUNTRIES } from './countries.ts';
import type { OrgTrait } from './types.ts';

const metadata = (name: string): string => join(import.meta.dirname, 'metadata', name);

export const PLAIN: OrgTrait = {
    name: 'plain',
    imitates: 'A new Enterprise org in US English, with a few users and nothing of its own.'
};

export const GERMAN_DEPLOYER: OrgTrait = {
    name: 'germanDeployer',
    imitates:
        'The deploying admin works in German: profiles, labels and messages arrive translated.',
    setup: { language: 'de' }
};

export const JAPANESE_DEPLOYER: OrgTrait = {
    name: 'japaneseDeployer',
    imitates:
        'An org that was created in Japanese: statuses and stages bear Japanese API names, besides all that is translated.',
    setup: { language: 'ja', businessHoursZone: 'Asia/Tokyo' }
};

export const DEPLOYER_HAS_OUR_PERMISSION_SETS: OrgTrait = {
    name: 'deployerHasOurPermissionSets',
    imitates:
        'The admin assigned the package’s permission sets to themselves after the first deploy: custom permissions exempt them from our own rules.',
    setup: {
        deployerPermissionSets: [
            'Handoff_Admin',
            'Handoff_Integration',
            'Handoff_Marketer',
            'Handoff_Rep'
        ]
    }
};

export const NO_SPARE_LICENCE: OrgTrait = {
    name: 'noSpareLicence',
    imitates: 'Every Salesforce licence is taken: a test that inserts an active user is refused.',
    setup: { spareLicences: 0 }
};

export const REQUIRED_CUSTOM_FIELDS: OrgTrait = {
    name: 'requiredCustomFields',
    imitates: 'The company’s own fields are required on every Lead, Contact and activity.',
    metadata: metadata('requiredCustomFields')
};

export const FOREIGN_VALIDATION_RULES: OrgTrait = {
    name: 'foreignValidationRules',
    imitates:
        'The company’s validation rules: a phone number or an email, a country, a subject that says something.',
    metadata: metadata('foreignValidationRules')
};

export const BLOCKING_DUPLICATE_RULES: OrgTrait = {
    name: 'blockingDuplicateRules',
    imitates:
        'Duplicate rules of the blocking kind on Lead and Contact, by name and company and by email.',
    setup: {
        duplicateRules: [
            {
                name: 'Same_Lead',
                object: 'Lead',
                match: ['LastName', 'Company'],
                action: 'block'
            },
            { name: 'Same_Lead_Email', object: 'Lead', match: ['Email'], action: 'block' },
            {
                name: 'Same_Contact',
                object: 'Contact',
                match: ['LastName', 'AccountId'],
                action: 'block'
            },
            { name: 'Same_Contact_Email', object: 'Contact', match: ['Email'], action: 'block' }
        ]
    }
};

export const FOREIGN_TRIGGERS: OrgTrait = {
    name: 'foreignTriggers',
    imitates:
        'Other people’s triggers on Lead, Contact and Task, which run 20 queries before and 10 statements after each batch, within the limits that ours share.',
    metadata: metadata('foreignTriggers')
};

export const RECORD_TYPES_PARTIAL: OrgTrait = {
    name: 'recordTypesPartial',
    imitates:
        'Record types on Lead and Contact whose picklists do not list the package’s values until somebody assigns them.',
    metadata: metadata('recordTypesPartial')
};

export const CUSTOMER_FIELDS: OrgTrait = {
    name: 'customerFields',
    imitates:
        'Fields of the company’s own that an agreement names, such as that of the example in Berlin.',
    metadata: metadata('customerFields')
};

export const PERSON_ACCOUNTS: OrgTrait = {
    name: 'personAccounts',
    imitates: 'Contacts may be person accounts: `IsPersonAccount` and the Person fields exist.',
    setup: { personAccounts: true }
};

export const MULTI_CURRENCY: OrgTrait = {
    name: 'multiCurrency',
    imitates: 'Every record names its currency; the corporate one is the euro, three are active.',
    setup: { currencies: { corporate: 'EUR', rates: { EUR: 1, USD: 1.08, JPY: 162 } } }
};

export const STATE_COUNTRY_PICKLISTS: OrgTrait = {
    name: 'stateCountryPicklists',
    imitates: 'State and country are picklists: an address takes only what the org’s lists hold.',
    setup: { countries: COUNTRIES }
};

export const HISTORY_SLOTS_TAKEN: OrgTrait = {
    name: 'historySlotsTaken',
    imitates: 'The history of 18 of the 20 fields that an object may track is tracked already.',
    setup: { server: { historySlotsTaken: 18 } }
};

export const REQUIRE_VALIDATION_OFF: OrgTrait = {
    name: 'requireValidationOff',
    imitates:
        '“Require Validation for Converted Leads” is off: a conversion runs no Lead trigger and no Lead rule.',
    setup: { validateConvertedLeads: false }
};

export const OTHER_BUSINESS_HOURS: OrgTrait = {
    name: 'otherBusinessHours',
    imitates: 'The org’s default business hours are in a zone that the agreement does not name.',
    setup: { businessHoursZone: 'Pacific/Auckland' }
};

export const PRIVATE_SHARING: OrgTrait = {
    name: 'privateSharing',
    imitates:
        'Leads, contacts and accounts are private: a rep sees their own and those below them.',
    setup: {
        sharing: { Lead: 'Private', Account: 'Private', Contact: 'Private', Opportunity: 'Private' }
    }
};

const INBOUND = makeId('00G', 800_001);

export const LEAD_ASSIGNMENT_RULE: OrgTrait = {
    name: 'leadAssignmentRule',
    imitates:
        'An active assignment rule gives leads that come in by the API to a queue, after all triggers have run.',
    setup: { leadAssignee: INBOUND },
    rows: {
        AssignmentRule: [
            {
                Id: makeId('01Q', 800_001),
                Name: 'Inbound',
                SobjectType: 'Lead',
                Active: true
            }
        ],
        Group: [{ Id: INBOUND, Name: 'Inbound', DeveloperName: 'Inbound', Type: 'Queue' }],
        QueueSobject: [{ Id: makeId('03g', 800_001), QueueId: INBOUND, SobjectType: 'Lead' }]
    }
};

const HELD_LEAD = makeId('00Q', 800_001);
const HELD_CONTACT = makeId('003', 800_001);

export const LOCKED_ROWS: OrgTrait = {
    name: 'lockedRows',
    imitates: 'A Lead and a Contact that other transactions hold: a sync writes them all day.',
    setup: { lockedRows: new Set([HELD_LEAD, HELD_CONTACT]) },
    rows: {
        Lead: [{ Id: HELD_LEAD, LastName: 'Held', Company: 'Busy' }],
        Contact: [{ Id: HELD_CONTACT, LastName: 'Held' }]
    }
};

export const RUNNING_BATCH: OrgTrait = {
    name: 'runningBatch',
    imitates: 'A batch of ours is running while the package is deployed again.',
    setup: { server: { runningBatch: true } }
};

export const DEAD_JOBS: OrgTrait = {
    name: 'deadJobs',
    imitates: 'Schedules of ours stand in ERROR and COMPLETE: they will never run again.',
    setup: { server: { deadJobs: true } }
};

export const PROFESSIONAL_EDITION: OrgTrait = {
    name: 'professionalEdition',
    imitates: 'An edition that runs no Apex of its own.',
    setup: { server: { edition: 'Professional Edition' } }
};

/** All of them, for whoever goes through the orgs one by one. */
export const TRAITS: readonly OrgTrait[] = [
    PLAIN,
    GERMAN_DEPLOYER,
    JAPANESE_DEPLOYER,
    DEPLOYER_HAS_OUR_PERMISSION_SETS,
    NO_SPARE_LICENCE,
    REQUIRED_CUSTOM_FIELDS,
    FOREIGN_VALIDATION_RULES,
    BLOCKING_DUPLICATE_RULES,
    FOREIGN_TRIGGERS,
    RECORD_TYPES_PARTIAL,
    CUSTOMER_FIELDS,
    PERSON_ACCOUNTS,
    MULTI_CURRENCY,
    STATE_COUNTRY_PICKLISTS,
    HISTORY_SLOTS_TAKEN,
    REQUIRE_VALIDATION_OFF,
    OTHER_BUSINESS_HOURS,
    PRIVATE_SHARING,
    LEAD_ASSIGNMENT_RULE,
    LOCKED_ROWS,
    RUNNING_BATCH,
    DEAD_JOBS,
    PROFESSIONAL_EDITION
];

/** @throws RangeError for a name that no trait has */
export function traitNamed(name: string): OrgTrait {
    const found = TRAITS.find((one) => one.name === name);
    if (found === undefined) throw new RangeError(`there is no trait of an org called ${name}`);
    return found;
}
