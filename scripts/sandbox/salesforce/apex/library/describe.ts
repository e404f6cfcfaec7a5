/** Describing objects and fields: what they are, and what the running user may do with them. */
import {
    mayCreateObject,
    mayDeleteObject,
    mayEditField,
    mayEditObject,
    mayReadField,
    mayReadObject
} from '../../access.ts';
import { isPermissionable } from '../../fields.ts';
import type { Field, SObjectType } from '../../schema.ts';
import { SObjectRecord } from '../../soql/record.ts';
import type { PicklistValue } from '../../valueSets.ts';
import type { Frame } from '../program.ts';
import type { EnumConstant } from '../values.ts';
import { ApexException, ApexMap, FieldToken, PlatformObject, TypeToken } from '../values.ts';
import type { InstanceMethods, StaticMethods } from './methods.ts';
import { platformConstant } from './static.ts';

type Self = PlatformObject;

function getter(name: string): (self: Self) => unknown {
    return (self) => self.get(name);
}

export const describeMethods: InstanceMethods = {
    'sobjecttype.getdescribe/0': [
        'describesobjectresult',
        (self: TypeToken, _, frame) => describeOf(objectNamed(self.name, frame), frame)
    ],
    'sobjecttype.getdescribe/1': [
        'describesobjectresult',
        (self: TypeToken, _, frame) => describeOf(objectNamed(self.name, frame), frame)
    ],
    'sobjecttype.newsobject/0': ['sobject', (self: TypeToken) => new SObjectRecord(self.name)],
    'sobjecttype.newsobject/1': [
        'sobject',
        (self: TypeToken, [id]) => {
            const record = new SObjectRecord(self.name);
            if (typeof id === 'string') record.set('Id', 'id', id);
            return record;
        }
    ],
    'sobjecttype.tostring/0': ['string', (self: TypeToken) => self.name],
    'sobjectfield.getdescribe/0': [
        'describefieldresult',
        (self: FieldToken, _, frame) => describeToken(self, frame)
    ],
    'sobjectfield.tostring/0': ['string', (self: FieldToken) => self.name],
    'describesobjectresult.getname/0': ['string', getter('name')],
    'describesobjectresult.getlocalname/0': ['string', getter('name')],
    'describesobjectresult.getlabel/0': ['string', getter('label')],
    'describesobjectresult.getkeyprefix/0': ['string', getter('keyPrefix')],
    'describesobjectresult.getsobjecttype/0': ['sobjecttype', getter('token')],
    'describesobjectresult.isaccessible/0': ['boolean', getter('accessible')],
    'describesobjectresult.isqueryable/0': ['boolean', getter('accessible')],
    'describesobjectresult.iscreateable/0': ['boolean', getter('createable')],
    'describesobjectresult.isupdateable/0': ['boolean', getter('updateable')],
    'describesobjectresult.isdeletable/0': ['boolean', getter('deletable')],
    'describesobjectresult.iscustom/0': ['boolean', getter('custom')],
    'describefieldmap.getmap/0': ['map<string,sobjectfield>', getter('map')],
    'describefieldresult.getname/0': ['string', getter('name')],
    'describefieldresult.getlocalname/0': ['string', getter('name')],
    'describefieldresult.getlabel/0': ['string', getter('label')],
    'describefieldresult.getlength/0': ['integer', getter('length')],
    'describefieldresult.gettype/0': ['displaytype', getter('type')],
    'describefieldresult.getsobjectfield/0': ['sobjectfield', getter('token')],
    'describefieldresult.isaccessible/0': ['boolean', getter('accessible')],
    'describefieldresult.iscreateable/0': ['boolean', getter('createable')],
    'describefieldresult.isupdateable/0': ['boolean', getter('updateable')],
    'describefieldresult.ispermissionable/0': ['boolean', getter('permissionable')],
    'describefieldresult.iscalculated/0': ['boolean', getter('calculated')],
    'describefieldresult.isautonumber/0': ['boolean', getter('autoNumber')],
    'describefieldresult.getreferenceto/0': ['list<sobjecttype>', getter('referenceTo')],
    'describefieldresult.getrelationshipname/0': ['string', getter('relationshipName')],
    'describefieldresult.isnillable/0': ['boolean', getter('nillable')],
    'describefieldresult.iscustom/0': ['boolean', getter('custom')],
    'describefieldresult.getpicklistvalues/0': ['list<picklistentry>', getter('values')],
    'picklistentry.getvalue/0': ['string', getter('value')],
    'picklistentry.getlabel/0': ['string', getter('label')],
    'picklistentry.isactive/0': ['boolean', () => true],
    'picklistentry.isdefaultvalue/0': ['boolean', getter('isDefault')]
};

export const describeStatics: StaticMethods = {
    'schema.getglobaldescribe/0': [
        'map<string,sobjecttype>',
        (_, frame) => {
            const map = new ApexMap();
            for (const [key, { name }] of frame.transaction.program.schema)
                map.set(key, new TypeToken(name));
            return map;
        }
    ]
};

function objectNamed(name: string, frame: Frame): SObjectType {
    const object = frame.transaction.program.schema.get(name.toLowerCase());
    if (object !== undefined) return object;
    throw new ApexException('SObjectException', `Invalid sObject type: ${name}`);
}

/** An object as the running user sees it. */
export function describeOf(object: SObjectType, frame: Frame): PlatformObject {
    const { user } = frame.transaction;
    const map = new CaselessMap();
    for (const field of object.fields.values()) {
        map.set(field.name, new FieldToken(object.name, field.name));
    }
    return new PlatformObject('DescribeSObjectResult', {
        name: object.name,
        label: object.label,
        keyPrefix: object.keyPrefix,
        token: new TypeToken(object.name),
        accessible: mayReadObject(user, object.name),
        createable: mayCreateObject(user, object.name),
        updateable: mayEditObject(user, object.name),
        deletable: mayDeleteObject(user, object.name),
        custom: object.name.endsWith('__c'),
        fields: new PlatformObject('DescribeFieldMap', { map })
    });
}

/** The map of fields finds names in any case. */
class CaselessMap extends ApexMap {
    override get(key: unknown): unknown {
        return super.get(typeof key === 'string' ? key.toLowerCase() : key);
    }

    override set(key: unknown, value: unknown): void {
        super.set(typeof key === 'string' ? key.toLowerCase() : key, value);
    }
}

function describeToken(token: FieldToken, frame: Frame): PlatformObject {
    const object = objectNamed(token.object, frame);
    const field = object.fields.get(token.name.toLowerCase());
    if (field === undefined) {
        throw new ApexException('SObjectException', `Invalid field ${token.name}`);
    }
    return describeField(object, field, token, frame);
}

function describeField(
    object: SObjectType,
    field: Field,
    token: FieldToken,
    frame: Frame
): PlatformObject {
    const { user } = frame.transaction;
    const editable = !field.readOnly && mayEditField(user, object.name, field.name);
    const reads = mayReadObject(user, object.name);
    const parent = [...object.parents.values()].find((one) => one.field === field);
    const target = parent?.target ?? null;
    return new PlatformObject('DescribeFieldResult', {
        name: field.name,
        label: field.label,
        length: field.length ?? 0,
        type: displayType(field),
        token,
        accessible: reads && mayReadField(user, object.name, field.name),
        createable: mayCreateObject(user, object.name) && editable,
        updateable: mayEditObject(user, object.name) && editable,
        nillable: !field.required && field.type !== 'boolean',
        permissionable: isPermissionable(field),
        // The schema holds no computed fields.
        calculated: false,
        autoNumber: field.metadataType === 'AutoNumber',
        referenceTo: target === null ? [] : [new TypeToken(target)],
        relationshipName: parent?.name ?? null,
        custom: field.isCustom || field.name.endsWith('__c'),
        values: valuesOf(field, frame).map(
            ({ value, label }) =>
                new PlatformObject('PicklistEntry', { value, label, isDefault: false })
        )
    });
}

/** A picklist's values; those of a country's or a state's code are the org's. */
function valuesOf({ name, picklist }: Field, { transaction }: Frame): readonly PicklistValue[] {
    const { countries } = transaction.store.setup;
    if (picklist !== null || countries === null) return picklist?.values ?? [];
    if (name.endsWith('CountryCode')) {
        return Object.entries(countries).map(([value, country]) => ({
            value,
            label: country.name
        }));
    }
    if (!name.endsWith('StateCode')) return [];
    return Object.values(countries).flatMap(({ states = {} }) =>
        Object.entries(states).map(([value, label]) => ({ value, label }))
    );
}

const BY_METADATA: { readonly [type: string]: string } = {
    Email: 'EMAIL',
    Phone: 'PHONE',
    Url: 'URL',
    Currency: 'CURRENCY',
    Percent: 'PERCENT'
};
const BY_TYPE: { readonly [type: string]: string } = {
    id: 'REFERENCE',
    any: 'ANYTYPE',
    idlist: 'ANYTYPE'
};

function displayType({ name, type, metadataType }: Field): EnumConstant {
    const known = BY_METADATA[metadataType ?? ''] ?? (name === 'Id' ? 'ID' : BY_TYPE[type]);
    return platformConstant('DisplayType', known ?? type);
}
