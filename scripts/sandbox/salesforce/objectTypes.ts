/** The platform's own objects, as one org has them, and what all custom ones begin with. */
import standard from './standard-schema.json' with { type: 'json' };
import { platformField } from './fields.ts';
import type { Field } from './fields.ts';
import { KEY_PREFIXES } from './ids.ts';
import type { Parent, SObjectType } from './schema.ts';
import { nameIn } from './setup/words.ts';
import type { OrgSetup } from './traits/types.ts';

/** What every custom object has; the owner is absent only below a master, which the package has not. */
const CUSTOM_OBJECT = {
    fields: {
        Id: 'Id',
        Name: 'String',
        OwnerId: 'Id',
        CreatedDate: 'Datetime',
        CreatedById: 'Id',
        LastModifiedDate: 'Datetime',
        LastModifiedById: 'Id',
        SystemModstamp: 'Datetime',
        IsDeleted: 'Boolean'
    },
    parents: { Owner: '*', CreatedBy: 'User', LastModifiedBy: 'User' }
} as const;

/** What every custom metadata type has. Its records come with the package: customMetadata.ts. */
const CUSTOM_METADATA = {
    fields: {
        Id: 'Id',
        DeveloperName: 'String',
        MasterLabel: 'String',
        Language: 'String',
        NamespacePrefix: 'String',
        QualifiedApiName: 'String'
    },
    parents: {}
} as const;

/** Fields that an org has only with a feature switched on. */
const FEATURES: { readonly [feature in 'currencies' | 'countries' | 'personAccounts']: RegExp } = {
    currencies: /^(?:Default)?CurrencyIsoCode$/,
    countries: /(?:Country|State)Code$/,
    personAccounts: /^(?:IsPersonAccount|Person[A-Z]\w*)$/
};

/** Of an account only where it may be a person. */
const NAME_OF_A_PERSON = /^(?:FirstName|LastName|Salutation)$/;

/** Lookups whose record goes with its parent. */
const CASCADES: readonly string[] = [
    'CampaignMember.Campaign',
    'CampaignMember.Contact',
    'CampaignMember.Lead',
    'CampaignMemberStatus.Campaign',
    'Contact.Account',
    'ContactHistory.Contact',
    'EmailMessageRelation.EmailMessage',
    'Event.Who',
    'EventRelation.Event',
    'GroupMember.Group',
    'LeadHistory.Lead',
    'QueueSobject.Queue',
    'Task.Who',
    'TaskRelation.Task'
];

/** The standard objects of an org that is set up like this. */
export function standardObjects(setup: OrgSetup): SObjectType[] {
    return Object.entries(standard.objects).map(([name, definition]) => {
        const kept = withFeatures(name, definition, setup);
        const object = objectType(name, kept, KEY_PREFIXES[name] ?? null);
        for (const [key, field] of object.fields) {
            object.fields.set(key, asSetUp(field, name, setup));
        }
        return object;
    });
}

interface Definition {
    readonly fields: { readonly [name: string]: string };
    readonly parents: { readonly [name: string]: string };
}

/** A custom object, or a custom metadata type, before its own fields are added. */
export function customObject(name: string, setup: OrgSetup): SObjectType {
    if (name.endsWith('__mdt')) return objectType(name, CUSTOM_METADATA, null);
    const currency = setup.currencies === null ? {} : { CurrencyIsoCode: 'String' };
    const fields = { ...CUSTOM_OBJECT.fields, ...currency };
    const object = objectType(name, { ...CUSTOM_OBJECT, fields }, null);
    for (const [key, field] of object.fields) object.fields.set(key, asSetUp(field, name, setup));
    return object;
}

function withFeatures(
    object: string,
    { fields, parents }: Definition,
    setup: OrgSetup
): Definition {
    const absent = Object.entries(FEATURES)
        .filter(([feature]) => !setup[feature as keyof typeof FEATURES])
        .map(([, names]) => names);
    if (object === 'Account' && !setup.personAccounts) absent.push(NAME_OF_A_PERSON);
    const kept = Object.entries(fields).filter(([name]) => !absent.some((one) => one.test(name)));
    const without = new Map(kept);
    return {
        fields: Object.fromEntries(kept),
        parents: Object.fromEntries(
            Object.entries(parents).filter(([name]) => without.has(`${name}Id`))
        )
    };
}

/** A field of the platform as one org has it: its label, its currencies, what it requires. */
function asSetUp(
    field: Field,
    object: string,
    { language, currencies, personAccounts }: OrgSetup
): Field {
    const values = Object.keys(currencies?.rates ?? {}).map((value) => ({ value, label: value }));
    const isCurrency = FEATURES.currencies.test(field.name) && currencies !== null;
    // A lead without a company becomes a person.
    const isOptional = personAccounts && object === 'Lead' && field.name === 'Company';
    return {
        ...field,
        label: nameIn(language, field.label),
        required: field.required && !isOptional,
        picklist: isCurrency ? { values, restricted: true } : field.picklist
    };
}

/** An object of the platform's own, from what its definition lists. */
export function objectType(
    name: string,
    definition: Definition,
    keyPrefix: string | null
): SObjectType {
    const fields = new Map<string, Field>();
    for (const [field, type] of Object.entries(definition.fields)) {
        fields.set(field.toLowerCase(), platformField(name, field, type));
    }
    const parents = new Map<string, Parent>();
    for (const [parent, target] of Object.entries(definition.parents)) {
        const field = fields.get(`${parent}Id`.toLowerCase()) as Field;
        const to = target === '*' ? null : target;
        parents.set(parent.toLowerCase(), {
            name: parent,
            field,
            target: to,
            onDelete: CASCADES.includes(`${name}.${parent}`) ? 'Cascade' : 'SetNull'
        });
    }
    const label = name.replace(/__c$/, '').replace(/_/g, ' ');
    // Leads and contacts keep history in every org that tracks a field of theirs.
    const historyEnabled = name === 'Lead' || name === 'Contact';
    return {
        name,
        label,
        keyPrefix,
        fields,
        parents,
        validationRules: [],
        historyEnabled,
        recordTypes: [],
        autoNumber: null,
        sharingModel: null
    };
}
