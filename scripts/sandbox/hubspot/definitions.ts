/** Property definitions and their groups: HubSpot's own, the project's, and what a caller changed since. */
import { isObject } from '../../../shared/crm/read.ts';
import { badRequest, notFound, ok, refused } from './errors.ts';
import type { Reply } from './errors.ts';
import type { Property, Schema } from './schema.ts';
import type { State } from './store.ts';

const FIELD_TYPES = [
    'booleancheckbox',
    'calculation_equation',
    'checkbox',
    'date',
    'file',
    'html',
    'number',
    'phonenumber',
    'radio',
    'select',
    'text',
    'textarea'
];
const TYPES = ['bool', 'date', 'datetime', 'enumeration', 'number', 'phone_number', 'string'];
const REQUIRED = ['fieldType', 'groupName', 'label', 'name', 'type'] as const;
const NAME = /^[a-z][a-z0-9_]*$/;

type Definition = { readonly [key: string]: unknown };

/** All definitions, hidden ones too. */
export function listDefinitions(state: State, schema: Schema): Reply {
    const names = new Set([...schema.names, ...Object.keys(state.definitions)]);
    return ok({ results: [...names].map((name) => definitionOf(state, schema, name)) });
}

export function getDefinition(state: State, schema: Schema, name: string): Reply {
    const found = definitionOf(state, schema, name);
    return found === null ? unknownProperty(name) : ok(found);
}

export function updateDefinition(state: State, schema: Schema, name: string, body: unknown): Reply {
    const found = definitionOf(state, schema, name);
    if (found === null) return unknownProperty(name);
    state.definitions[name] = { ...found, ...(isObject(body) ? body : {}), name };
    return ok(state.definitions[name]);
}

export function createDefinition(state: State, schema: Schema, body: unknown): Reply {
    const given: Definition = isObject(body) ? body : {};
    const missing = REQUIRED.filter((key) => typeof given[key] !== 'string' || given[key] === '');
    if (missing.length > 0)
        return badRequest(`Some required fields were not set: ${missing.join(', ')}`);
    const { name, type, fieldType, groupName } = given as { [key: string]: string };
    if (!NAME.test(name ?? '')) return badRequest(`Property name "${name}" is not valid.`);
    if (!TYPES.includes(type ?? '') || !FIELD_TYPES.includes(fieldType ?? '')) {
        return badRequest(`${type}/${fieldType} is not a valid property type.`);
    }
    if (!groupsOf(state, schema).includes(groupName ?? '')) {
        return refused(404, 'OBJECT_NOT_FOUND', `Property group "${groupName}" does not exist`);
    }
    if (definitionOf(state, schema, name ?? '') !== null) {
        return refused(409, 'OBJECT_ALREADY_EXISTS', `A property named "${name}" already exists.`);
    }
    state.definitions[name ?? ''] = { description: '', options: [], hidden: false, ...given };
    return { status: 201, body: state.definitions[name ?? ''] };
}

export function createGroup(state: State, schema: Schema, body: unknown): Reply {
    const { name, label } = isObject(body) ? body : {};
    if (typeof name !== 'string' || typeof label !== 'string') {
        return badRequest('Some required fields were not set: name, label');
    }
    if (groupsOf(state, schema).includes(name)) {
        return refused(
            409,
            'OBJECT_ALREADY_EXISTS',
            `A property group named "${name}" already exists.`
        );
    }
    state.groups.push(name);
    return { status: 201, body: { name, label, archived: false, displayOrder: -1 } };
}

function groupsOf(state: State, schema: Schema): string[] {
    return [...schema.groups, ...state.groups];
}

function definitionOf(state: State, schema: Schema, name: string): Definition | null {
    const changed = state.definitions[name];
    if (changed !== undefined) return changed;
    const known = schema.property(name);
    return known === undefined ? null : definition(known);
}

function definition(property: Property): Definition {
    const { name, label, description, type, fieldType, group, hidden, readOnly } = property;
    return {
        name,
        label,
        description,
        groupName: group,
        type: type === 'owner' ? 'enumeration' : type,
        fieldType,
        options: (property.options ?? []).map((value, displayOrder) => ({
            value,
            label: property.optionLabels[value] ?? value,
            displayOrder,
            hidden: false
        })),
        hidden,
        archived: false,
        modificationMetadata: {
            readOnlyValue: readOnly,
            archivable: false,
            readOnlyDefinition: false
        }
    };
}

function unknownProperty(name: string): Reply {
    const { status } = notFound();
    return refused(status, 'OBJECT_NOT_FOUND', `Property "${name}" does not exist`);
}
