import type { FieldType, FunctionExp, Query, WhereClause } from '@jetstreamapp/soql-parser-js';
import type { Catalogue, OrgObject } from '../catalogue/objects.ts';

/** The fields and relationships that a query names but the org does not have, in the org's words. */
export function unknownNames(query: Query, catalogue: Catalogue): string[] {
    const object = catalogue.get((query.sObject ?? '').toLowerCase());
    if (object === undefined) return [`no such object '${query.sObject}'`];
    return inQuery(query, object, catalogue);
}

type Clauses = Omit<Query, 'sObject'>;

function inQuery(query: Clauses, object: OrgObject, catalogue: Catalogue): string[] {
    const prefixes = [object.name, query.sObjectAlias ?? object.name];
    // What a grouped query calls its sums may be named in HAVING and ORDER BY.
    const aliases = (query.fields ?? []).flatMap((field) =>
        'alias' in field && field.alias ? [field.alias.toLowerCase()] : []
    );
    const named = [
        ...(query.fields ?? []).flatMap(pathsOf),
        ...conditions(query.where).flatMap(({ paths }) => paths),
        ...conditions(query.having as WhereClause | undefined).flatMap(({ paths }) => paths),
        ...[query.orderBy ?? [], query.groupBy ?? []].flat(2).flatMap(clausePaths)
    ].filter((path) => !aliases.includes(path.toLowerCase()));
    const joined = conditions(query.where).flatMap(({ query: inner }) => inner ?? []);
    const children = (query.fields ?? []).flatMap((field) =>
        field.type === 'FieldSubquery' ? [field.subquery] : []
    );
    return [
        ...named.flatMap((path) => unknownPath(path, object, prefixes, catalogue) ?? []),
        ...joined.flatMap((inner) => unknownNames(inner, catalogue)),
        ...children.flatMap((child) => {
            const type = object.members.get(child.relationshipName.toLowerCase())?.type ?? '';
            const below = type.endsWith('[]') && catalogue.get(type.slice(0, -2).toLowerCase());
            return below
                ? inQuery(child, below, catalogue)
                : [`no child relationship '${child.relationshipName}' on ${object.name}`];
        })
    ];
}

/** Why a path such as `Owner.Name` leads nowhere; null when it leads to a field. */
export function unknownPath(
    path: string,
    from: OrgObject,
    prefixes: readonly string[],
    catalogue: Catalogue
): string | null {
    const names = path.split('.');
    const isPrefixed = prefixes.some((name) => name.toLowerCase() === names[0]?.toLowerCase());
    if (names.length > 1 && isPrefixed) names.shift();
    const field = names.pop() ?? '';
    let at = from;
    for (const name of names) {
        const type = at.members.get(name.toLowerCase())?.type;
        const parent = type === undefined ? undefined : catalogue.get(type.toLowerCase());
        if (parent === undefined) return `no parent '${name}' on ${at.name}`;
        at = parent;
    }
    return at.members.has(field.toLowerCase()) ? null : `no field '${field}' on ${at.name}`;
}

function pathsOf(field: FieldType): string[] {
    if (field.type === 'Field') return [field.field];
    if (field.type === 'FieldRelationship')
        return [[...field.relationships, field.field].join('.')];
    if (field.type === 'FieldFunctionExpression') return functionPaths(field);
    if (field.type === 'FieldTypeof') return [`${field.field}Id`];
    return [];
}

/** COUNT() names nothing; FORMAT(MIN(x)) names x; a number or a text in it is no path. */
function functionPaths({ parameters = [] }: FunctionExp): string[] {
    return parameters.flatMap((parameter) =>
        typeof parameter === 'string'
            ? /^[a-z][\w.]*$/i.test(parameter)
                ? [parameter]
                : []
            : functionPaths(parameter)
    );
}

function clausePaths(clause: { field?: string; fn?: FunctionExp } | object): string[] {
    if ('field' in clause && clause.field) return [clause.field];
    return 'fn' in clause && clause.fn ? functionPaths(clause.fn) : [];
}

interface Condition {
    readonly paths: readonly string[];
    /** The query of a semi-join. */
    readonly query: Query | null;
}

function conditions(clause: WhereClause | undefined): Condition[] {
    const found: Condition[] = [];
    for (let at = clause; at !== undefined; at = 'right' in at ? at.right : undefined) {
        if (at.left === null) continue;
        const query = 'valueQuery' in at.left ? at.left.valueQuery : null;
        found.push({ paths: clausePaths(at.left), query });
    }
    return found;
}
