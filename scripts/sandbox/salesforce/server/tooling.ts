/** What the Tooling API tells of an org's metadata, as rows; written again before each query about it. */
import { textOf, type Node } from '../../../cli/salesforce/components.ts';
import type { OrgMetadata, Stored } from './metadata.ts';
import type { Rows } from './rows.ts';

interface Org {
    readonly rows: Rows;
    readonly metadata: OrgMetadata;
    /** Standard fields whose history is kept, by object. */
    readonly tracked: (object: string) => readonly string[];
}
type Values = { readonly [field: string]: unknown };

const OBJECTS = ['Lead', 'Contact', 'Task', 'Event'];

/** By the sObject that tells of it: the metadata's type, and one component's row. */
const TABLES: {
    readonly [object: string]: {
        readonly type: string;
        readonly row: (stored: Stored, org: Org) => Values;
    };
} = {
    ApexClass: {
        type: 'ApexClass',
        row: ({ component: { fullName } }) => ({ Name: fullName, Status: 'Active', IsValid: true })
    },
    ApexTrigger: {
        type: 'ApexTrigger',
        row: (stored, org) => {
            const [code = ''] = stored.component.texts.values();
            return {
                Name: stored.component.fullName,
                TableEnumOrId: /\bon\s+(\w+)/.exec(code)?.[1] ?? null,
                Status: 'Active',
                LastModifiedById: userNamed(org, stored.by)
            };
        }
    },
    CustomField: {
        type: 'CustomField',
        row: (stored, org) => {
            const [object = '', name = ''] = stored.component.fullName.split('.');
            return {
                DeveloperName: name.replace(/__c$/, ''),
                TableEnumOrId: object,
                LastModifiedById: userNamed(org, stored.by)
            };
        }
    },
    RecordType: {
        type: 'RecordType',
        row: ({ component: { fullName, content } }) => {
            const [object = '', name = ''] = fullName.split('.');
            return {
                SobjectType: object,
                DeveloperName: name,
                Name: inside(content, 'label'),
                IsActive: inside(content, 'active') === 'true'
            };
        }
    },
    ValidationRule: {
        type: 'ValidationRule',
        row: (stored, org) => {
            const [object = '', name = ''] = stored.component.fullName.split('.');
            const { content } = stored.component;
            return {
                ValidationName: name,
                ErrorMessage: inside(content, 'errorMessage'),
                Active: inside(content, 'active') === 'true',
                EntityDefinitionId: entityNamed(org, object),
                LastModifiedById: userNamed(org, stored.by)
            };
        }
    }
};

/** Rows that a running job or a record points to keep their ids. */
const KEPT = ['ApexClass', 'RecordType'];

/** Writes the rows of what a query asks about. */
export function mirrorTooling(soql: string, org: Org): void {
    const { rows, metadata } = org;
    for (const [object, { type, row }] of Object.entries(TABLES)) {
        if (!new RegExp(`\\b${object}\\b`).test(soql)) continue;
        const wanted = [...metadata.values()].filter(({ component }) => component.type === type);
        if (KEPT.includes(object))
            keep(
                rows,
                object,
                wanted.map((one) => row(one, org))
            );
        else {
            for (const { Id } of rows.list(object)) rows.remove(String(Id));
            for (const one of wanted) rows.insert(object, row(one, org));
        }
    }
    if (/\bFieldDefinition\b/.test(soql)) writeFieldDefinitions(org);
}

function keep(rows: Rows, object: string, wanted: readonly Values[]): void {
    const nameOf = (row: Values): string =>
        `${row['SobjectType']}.${row['DeveloperName'] ?? row['Name']}`;
    const there = new Set(rows.list(object).map(nameOf));
    for (const values of wanted) if (!there.has(nameOf(values))) rows.insert(object, values);
}

function writeFieldDefinitions(org: Org): void {
    const { rows, metadata, tracked } = org;
    for (const { Id } of rows.list('FieldDefinition')) rows.remove(String(Id));
    const add = (object: string, name: string, isTracked: boolean): void =>
        void rows.insert('FieldDefinition', {
            QualifiedApiName: name,
            EntityDefinitionId: entityNamed(org, object),
            IsFieldHistoryTracked: isTracked
        });
    for (const object of OBJECTS) for (const name of tracked(object)) add(object, name, true);
    for (const { component } of metadata.values()) {
        const [object = '', name = ''] = component.fullName.split('.');
        if (component.type !== 'CustomField' || !OBJECTS.includes(object)) continue;
        add(object, name, inside(component.content, 'trackHistory') === 'true');
    }
}

function entityNamed({ rows }: Org, object: string): string {
    const found = rows.list('EntityDefinition').find((row) => row['QualifiedApiName'] === object);
    return found === undefined
        ? rows.insert('EntityDefinition', { QualifiedApiName: object })
        : String(found['Id']);
}

function userNamed({ rows }: Org, name: string): string {
    const found = rows.list('User').find(({ LastName }) => LastName === name);
    return found === undefined
        ? rows.insert('User', {
              LastName: name,
              Username: `${name.toLowerCase().replaceAll(' ', '.')}@acme.example`,
              IsActive: true
          })
        : String(found['Id']);
}

function inside(content: Node | null, tag: string): string {
    return content === null || typeof content === 'string' ? '' : textOf(content[tag]);
}
