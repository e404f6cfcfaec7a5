import standard from './standard-schema.json' with { type: 'json' };
import { KEY_PREFIXES } from './ids.ts';
import type { Element, MetadataFile } from './metadata.ts';
import { childOf, childrenOf, filesUnder, readMetadata, textOf } from './metadata.ts';
import { PackageError, SandboxRefusal } from './errors.ts';
import { customField, platformField } from './fields.ts';
import type { Field } from './fields.ts';
import { nameIn } from './setup/words.ts';
import { PLAIN_SETUP } from './traits/plain.ts';
import type { OrgSetup } from './traits/types.ts';
import { readValueSets } from './valueSets.ts';
import type { ValueSets } from './valueSets.ts';

export type { Field } from './fields.ts';

/** A lookup seen from the child: `Owner` of `OwnerId`. A target of null is polymorphic. */
export interface Parent {
    readonly name: string;
    readonly field: Field;
    readonly target: string | null;
    /** What becomes of the child, or of the deletion, when the parent is deleted. */
    readonly onDelete: OnDelete;
}

export type OnDelete = 'SetNull' | 'Restrict' | 'Cascade';

/** One of an object's record types, with the picklist values that a record of it may hold. */
export interface RecordType {
    readonly name: string;
    readonly label: string;
    /** Values by the field's lower-case name; of a picklist that is not there it lists none. */
    readonly picklistValues: Map<string, Set<string>>;
}

export interface ValidationRule {
    readonly name: string;
    readonly formula: string;
    readonly message: string;
    /** The field beside which the message is shown; null: on top of the page. */
    readonly displayField: string | null;
}

/** An sObject; fields and parents are keyed by their lower-case names. */
export interface SObjectType {
    readonly name: string;
    readonly label: string;
    /** Null for a custom object: its ids may have any prefix. */
    readonly keyPrefix: string | null;
    readonly fields: Map<string, Field>;
    readonly parents: Map<string, Parent>;
    readonly validationRules: ValidationRule[];
    /** Whether field history is kept for those fields that are tracked. */
    historyEnabled: boolean;
    /** Active ones; the first is everybody's default. */
    readonly recordTypes: RecordType[];
    /** What its name field counts up, such as `P-{000000}`; null where it is text. */
    readonly autoNumber: string | null;
    /** As its metadata says; null: nothing, or a standard object. */
    readonly sharingModel: string | null;
}

/** The objects of an org by lower-case name: the standard ones in use, and those of the package. */
export type Schema = ReadonlyMap<string, SObjectType>;

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

/** The fields of Activity belong to both of its kinds. */
const ACTIVITIES: readonly string[] = ['Task', 'Event'];

/**
 * Reads the schema of an org that has this package deployed.
 *
 * @param forceApp the package's folder, such as `force-app`
 * @param folders metadata that is the org's own
 * @throws PackageError when metadata contradicts itself; SandboxRefusal for a kind of field it lacks
 */
export function loadSchema(
    forceApp: string,
    folders: readonly string[] = [],
    setup: OrgSetup = PLAIN_SETUP
): Schema {
    const schema = new Map<string, SObjectType>();
    for (const [name, definition] of Object.entries(standard.objects)) {
        const kept = withFeatures(name, definition, setup);
        const object = objectType(name, kept, KEY_PREFIXES[name] ?? null);
        for (const [key, field] of object.fields) {
            object.fields.set(key, asSetUp(field, name, setup));
        }
        schema.set(name.toLowerCase(), object);
    }
    const paths = [forceApp, ...folders].flatMap(filesUnder);
    for (const file of readMetadata(paths, 'object')) addObject(schema, file);
    const valueSets = readValueSets(paths);
    for (const file of readMetadata(paths, 'field')) addField(schema, file, valueSets);
    for (const file of readMetadata(paths, 'validationRule')) addRule(schema, file);
    for (const file of readMetadata(paths, 'recordType')) addRecordType(schema, file);
    return schema;
}

interface Definition {
    readonly fields: { readonly [name: string]: string };
    readonly parents: { readonly [name: string]: string };
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

function addObject(schema: Map<string, SObjectType>, file: MetadataFile): void {
    const key = file.name.toLowerCase();
    if (!schema.has(key) && file.name !== 'Activity') {
        const isMetadata = file.name.endsWith('__mdt');
        if (!isMetadata && !file.name.endsWith('__c')) {
            throw new SandboxRefusal(`the object ${file.name}`, file.path);
        }
        const created = objectType(file.name, isMetadata ? CUSTOM_METADATA : CUSTOM_OBJECT, null);
        const nameField = childOf(file.content, 'nameField');
        const isCounted = textOf(nameField, 'type') === 'AutoNumber';
        const autoNumber = isCounted ? textOf(nameField, 'displayFormat') : null;
        const name = created.fields.get('name');
        if (autoNumber !== null && name) created.fields.set('name', { ...name, readOnly: true });
        schema.set(key, {
            ...created,
            label: textOf(file.content, 'label') ?? created.label,
            autoNumber,
            sharingModel: textOf(file.content, 'sharingModel')
        });
    }
    const history = textOf(file.content, 'enableHistory');
    const object = schema.get(key);
    if (object && history !== null) object.historyEnabled = history === 'true';
}

function addField(
    schema: Map<string, SObjectType>,
    file: MetadataFile,
    valueSets: ValueSets
): void {
    // Computed fields are there for reports: the sandbox computes none, so a query that names one is refused.
    if (file.content.formula !== undefined || file.content.summaryOperation !== undefined) return;
    for (const object of objectsOf(schema, file)) {
        const key = file.name.toLowerCase();
        const field = customField(file, valueSets, object.fields.get(key) ?? null);
        object.fields.set(key, field);
        const target = textOf(file.content, 'referenceTo');
        if (target !== null && file.name.endsWith('__c')) {
            const name = file.name.replace(/__c$/, '__r');
            const onDelete = (textOf(file.content, 'deleteConstraint') ?? 'SetNull') as OnDelete;
            object.parents.set(name.toLowerCase(), { name, field, target, onDelete });
        }
    }
}

function addRule(schema: Map<string, SObjectType>, file: MetadataFile): void {
    const content: Element = file.content;
    if (textOf(content, 'active') !== 'true') return;
    for (const object of objectsOf(schema, file)) {
        object.validationRules.push({
            name: file.name,
            formula: textOf(content, 'errorConditionFormula') ?? '',
            message: textOf(content, 'errorMessage') ?? '',
            displayField: textOf(content, 'errorDisplayField')
        });
    }
}

function addRecordType(schema: Map<string, SObjectType>, { content, ...file }: MetadataFile): void {
    if (textOf(content, 'active') !== 'true') return;
    const picklistValues = childrenOf(content, 'picklistValues').map(
        (picklist) =>
            [
                (textOf(picklist, 'picklist') ?? '').toLowerCase(),
                new Set(
                    childrenOf(picklist, 'values').map((value) =>
                        decodeURIComponent(textOf(value, 'fullName') ?? '')
                    )
                )
            ] as const
    );
    for (const object of objectsOf(schema, { content, ...file })) {
        object.recordTypes.push({
            name: file.name,
            label: textOf(content, 'label') ?? file.name,
            picklistValues: new Map(picklistValues)
        });
    }
}

function objectsOf(schema: Map<string, SObjectType>, file: MetadataFile): SObjectType[] {
    const names = file.parent === 'Activity' ? ACTIVITIES : [file.parent];
    return names.map((name) => {
        const object = schema.get(name.toLowerCase());
        if (object === undefined) {
            throw new PackageError(`${file.path}: there is no object ${name} in the package`);
        }
        return object;
    });
}
