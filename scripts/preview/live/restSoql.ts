/** One of the package's queries as the REST API takes it: values in place of binds, and only what the org has. */
import { composeQuery } from '@jetstreamapp/soql-parser-js';
import type { Query, WhereClause } from '@jetstreamapp/soql-parser-js';
import { quoted } from '../../cli/salesforce/api.ts';
import { SandboxRefusal } from '../../sandbox/salesforce/errors.ts';
import { ApexSet } from '../../sandbox/salesforce/apex/values.ts';
import type { Schema, SObjectType } from '../../sandbox/salesforce/schema.ts';
import { isAggregate } from '../../sandbox/salesforce/soql/group.ts';
import type { ParsedQuery } from '../../sandbox/salesforce/soql/parse.ts';
import type { Binds } from '../../sandbox/salesforce/soql/run.ts';
import { pathOf } from '../../sandbox/salesforce/soql/select.ts';
import { CalendarDate, Timestamp } from '../../sandbox/salesforce/values.ts';
import type { Described } from './described.ts';

export interface RestQuery {
    /** Null: it asks for, or filters by, what the org does not have, so that no row could match. */
    readonly soql: string | null;
    /** What the org does not have of it: `Lead.Handoff_Decision__c`, `Handoff_Engagement__c`. */
    readonly missing: readonly string[];
}

/** The REST API runs every query with the user's own access, so `WITH USER_MODE` is left out. */
export function restQuery(
    { ast, limitBind }: ParsedQuery,
    binds: Binds,
    schema: Schema,
    described: Described
): RestQuery {
    const object = schema.get(String(ast.sObject).toLowerCase());
    if (object === undefined) throw new SandboxRefusal(`a query of ${ast.sObject}`);
    if (!described.hasObject(object.name)) return { soql: null, missing: [object.name] };
    const lacks = (path: string): string | null => missingIn(path, object, schema, described);
    const needed = [...filteredBy(ast.where), ...groupedBy(ast)].flatMap(
        (path) => lacks(path) ?? []
    );
    const fields = ast.fields ?? [];
    const plain = isAggregate(ast) ? [] : fields;
    const left = plain.flatMap((field) => lacks(pathOf(field)) ?? []);
    const missing = [...new Set([...needed, ...left])];
    if (needed.length > 0) return { soql: null, missing };
    const kept = fields.filter((field) => !plain.includes(field) || lacks(pathOf(field)) === null);
    const { withAccessLevel: _asUser, ...rest } = ast;
    const text = composeQuery({ ...rest, fields: kept });
    const limit = limitBind === null ? '' : ` LIMIT ${literal(binds(limitBind))}`;
    return { soql: withValues(text, binds) + limit, missing };
}

/** The first part of a path that the org lacks, with the object on which it should be. */
function missingIn(
    path: string,
    object: SObjectType,
    schema: Schema,
    described: Described
): string | null {
    const names = path.split('.');
    const last = names.pop() as string;
    let at: SObjectType | undefined = object;
    for (const name of names) {
        const parent = at.parents.get(name.toLowerCase());
        if (parent === undefined) throw new SandboxRefusal(`the path ${path}`);
        const { field, target } = parent;
        if (!described.hasField(at.name, field.name)) return `${at.name}.${field.name}`;
        at = schema.get((target ?? 'Name').toLowerCase());
        if (at === undefined) throw new SandboxRefusal(`the path ${path}`);
    }
    const field = at.fields.get(last.toLowerCase())?.name ?? last;
    return described.hasField(at.name, field) ? null : `${at.name}.${field}`;
}

function filteredBy(where: WhereClause | undefined): string[] {
    const paths: string[] = [];
    for (let link = where; link !== undefined; link = 'right' in link ? link.right : undefined) {
        if (link.left !== null && 'field' in link.left) paths.push(link.left.field);
    }
    return paths;
}

function groupedBy({ groupBy }: Query): string[] {
    return (groupBy === undefined ? [] : [groupBy].flat()).flatMap((one) =>
        'field' in one ? [one.field] : []
    );
}

/** Every bind outside a quoted text. */
function withValues(text: string, binds: Binds): string {
    return text.replace(/'(?:[^'\\]|\\.)*'|:\s*(\w+)/g, (found, name: string | undefined) =>
        name === undefined ? found : literal(binds(name))
    );
}

function literal(value: unknown): string {
    if (value === null || value === undefined) return 'NULL';
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (typeof value === 'string') return quoted(value);
    if (value instanceof CalendarDate || value instanceof Timestamp) return value.iso;
    if (value instanceof ApexSet || Array.isArray(value))
        return `(${[...value].map(literal).join(', ')})`;
    throw new SandboxRefusal('a bind of this type');
}
