import type { Element, MetadataFile } from './metadata.ts';
import { childOf, childrenOf, filesUnder, readMetadata, textOf } from './metadata.ts';
import { PackageError, SandboxRefusal } from './errors.ts';
import { customField } from './fields.ts';
import type { Field } from './fields.ts';
import { customObject, standardObjects } from './objectTypes.ts';
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
    /** Whether deleting the parent empties the lookup, is refused, or deletes the child. */
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
    for (const object of standardObjects(setup)) schema.set(object.name.toLowerCase(), object);
    const paths = [forceApp, ...folders].flatMap(filesUnder);
    for (const file of readMetadata(paths, 'object')) addObject(schema, file, setup);
    const valueSets = readValueSets(paths);
    for (const file of readMetadata(paths, 'field')) addField(schema, file, valueSets);
    for (const file of readMetadata(paths, 'validationRule')) addRule(schema, file);
    for (const file of readMetadata(paths, 'recordType')) addRecordType(schema, file);
    return schema;
}

function addObject(schema: Map<string, SObjectType>, file: MetadataFile, setup: OrgSetup): void {
    const key = file.name.toLowerCase();
    if (!schema.has(key) && file.name !== 'Activity') {
        if (!/__(?:mdt|c)$/.test(file.name)) {
            throw new SandboxRefusal(`the object ${file.name}`, file.path);
        }
        const created = customObject(file.name, setup);
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
