/** Database's methods. */
import { convertLeads } from '../../dml/convert.ts';
import type { DmlOperation } from '../../dml/types.ts';
import { SandboxRefusal } from '../../errors.ts';
import type { Savepoint } from '../../store.ts';
import { perform, thrownUnlessSaved } from '../dml.ts';
import { USUAL_PAGE, executeBatch } from '../enqueue.ts';
import { Limits } from '../limits.ts';
import type { Frame, Transaction } from '../program.ts';
import type { OpenQuery } from '../queries.ts';
import { bindsAround, openText, runOpen } from '../queries.ts';
import type { ApexMap } from '../values.ts';
import {
    ApexException,
    EnumConstant,
    FieldToken,
    PlatformObject,
    QueryRows,
    nullPointer
} from '../values.ts';
import { valuesOf } from './collections.ts';
import { errorOf, resultOf } from './databaseResults.ts';
import type { StaticMethod, StaticMethods } from './methods.ts';

/** Rows that a batch may run over. */
const MOST_LOCATED = 50_000_000;
const OPERATIONS: readonly DmlOperation[] = ['insert', 'update', 'delete', 'undelete'];

export const databaseStatics: StaticMethods = {
    ...Object.fromEntries(OPERATIONS.flatMap((operation) => writes(operation))),
    'database.upsert/2': ['list<database.upsertresult>', upsert],
    'database.upsert/3': ['list<database.upsertresult>', upsert],
    'database.upsert/4': ['list<database.upsertresult>', upsert],
    'database.convertlead/1': ['', (args, frame) => convert(args, frame)],
    'database.convertlead/2': ['', (args, frame) => convert(args, frame)],
    'database.convertlead/3': ['', (args, frame) => convert(args, frame)],
    'database.query/2': [
        'list<sobject>',
        ([text, mode], frame, { scope }) =>
            rowsOf(openText(String(text), bindsAround(scope, frame), mode), frame)
    ],
    'database.querywithbinds/3': [
        'list<sobject>',
        ([text, binds, mode], frame) => rowsOf(openText(String(text), bindsOf(binds), mode), frame)
    ],
    'database.countquery/2': [
        'integer',
        ([text, mode], frame, { scope }) =>
            runOpen(openText(String(text), bindsAround(scope, frame), mode), frame.transaction)
    ],
    'database.countquerywithbinds/3': [
        'integer',
        ([text, binds, mode], frame) =>
            runOpen(openText(String(text), bindsOf(binds), mode), frame.transaction)
    ],
    'database.getquerylocator/2': [
        'database.querylocator',
        ([text, mode], frame, { scope }) =>
            locatorOf(openText(String(text), bindsAround(scope, frame), mode))
    ],
    'database.getquerylocatorwithbinds/3': [
        'database.querylocator',
        ([text, binds, mode]) => locatorOf(openText(String(text), bindsOf(binds), mode))
    ],
    'database.executebatch/1': [
        'id',
        ([job], frame) => executeBatch(job, USUAL_PAGE, frame.transaction)
    ],
    'database.executebatch/2': [
        'id',
        ([job, size], frame) => executeBatch(job, size, frame.transaction)
    ],
    'database.setsavepoint/0': ['savepoint', (_, frame) => savepoint(frame.transaction)],
    'database.rollback/1': ['void', ([point], frame) => rollback(point, frame.transaction)],
    'database.releasesavepoint/1': ['void', () => null]
};

type Entry = readonly [string, readonly [string, StaticMethod]];

/** `Database.insert(records, allOrNone, accessLevel)` and its like. */
function writes(operation: DmlOperation): Entry[] {
    const result = `database.${operation === 'insert' || operation === 'update' ? 'save' : operation}result`;
    const run: StaticMethod = (args, frame) => {
        const [value, ...options] = args;
        const done = perform(
            operation,
            value,
            { mode: modeOf(options), allOrNone: allOrNoneOf(options) },
            frame.transaction
        );
        if (allOrNoneOf(options)) thrownUnlessSaved(operation, done);
        const results = done.results.map((one) => resultOf(operation, one));
        return Array.isArray(value) ? results : results[0];
    };
    return [2, 3].map((count) => [
        `database.${operation}/${count}`,
        [`list<${result}>`, run]
    ]) as unknown as Entry[];
}

function upsert(args: readonly unknown[], frame: Frame): unknown {
    const [value, ...rest] = args;
    const field = rest.find((one) => one instanceof FieldToken);
    const done = perform(
        'upsert',
        value,
        {
            mode: modeOf(rest),
            allOrNone: allOrNoneOf(rest),
            ...(field instanceof FieldToken ? { externalId: field.name } : {})
        },
        frame.transaction
    );
    if (allOrNoneOf(rest)) thrownUnlessSaved('upsert', done);
    const results = done.results.map((one) => resultOf('upsert', one));
    return Array.isArray(value) ? results : results[0];
}

function allOrNoneOf(options: readonly unknown[]): boolean {
    const given = options.find((one) => typeof one === 'boolean');
    return given !== false;
}

/** @throws SandboxRefusal where none is given: the package states it always */
function modeOf(options: readonly unknown[]): 'user' | 'system' {
    const mode = options.find((one) => one instanceof EnumConstant);
    if (!(mode instanceof EnumConstant)) {
        throw new SandboxRefusal('a Database method without an AccessLevel');
    }
    return mode.name === 'USER_MODE' ? 'user' : 'system';
}

function bindsOf(binds: unknown): (name: string) => unknown {
    const map = binds as ApexMap | null;
    if (map === null) throw nullPointer();
    const byName = new Map(
        [...map.entries.values()].map(([key, value]) => [String(key).toLowerCase(), value])
    );
    return (name) => byName.get(name.toLowerCase());
}

function rowsOf(query: OpenQuery, frame: Frame): unknown {
    const found = runOpen(query, frame.transaction);
    if (typeof found === 'number') throw new SandboxRefusal('Database.query of a count');
    return found;
}

/** A query that a batch runs later. */
export function locatorOf(query: OpenQuery): PlatformObject {
    const locator = new PlatformObject('Database.QueryLocator', { text: query.parsed.text });
    locators.set(locator, query);
    return locator;
}

const locators = new WeakMap<PlatformObject, OpenQuery>();

/** The records of a batch, which are not counted as rows of a query. */
export function rowsOfLocator(locator: PlatformObject, transaction: Transaction): QueryRows {
    const query = locators.get(locator);
    if (query === undefined) throw nullPointer();
    transaction.limits.take('queries');
    const limits = new Limits({ ...transaction.limits.allowed, queryRows: MOST_LOCATED });
    const found = runOpen(query, { ...transaction, limits });
    return typeof found === 'number' ? new QueryRows() : found;
}

/** The store's own savepoint ends when it is used; Apex's may be used again. */
const savepoints = new WeakMap<PlatformObject, Savepoint>();

function savepoint({ store, limits }: Transaction): PlatformObject {
    limits.take('dmlStatements');
    const point = new PlatformObject('Savepoint');
    savepoints.set(point, store.savepoint());
    return point;
}

function rollback(point: unknown, { store, limits }: Transaction): null {
    const known = point instanceof PlatformObject ? savepoints.get(point) : undefined;
    if (known === undefined) throw nullPointer();
    limits.take('dmlStatements');
    store.rollback(known);
    savepoints.set(point as PlatformObject, store.savepoint());
    return null;
}

function convert(args: readonly unknown[], frame: Frame): unknown {
    const [given, ...options] = args;
    if (given === null) throw nullPointer();
    const { transaction } = frame;
    const conversions = (Array.isArray(given) ? valuesOf(given) : [given]) as PlatformObject[];
    transaction.limits.take('dmlStatements');
    transaction.limits.take('dmlRows', conversions.length);
    const allOrNone = allOrNoneOf(options);
    const requests = conversions.map((one) => ({
        leadId: String(one.get('leadId') ?? ''),
        accountId: one.get('accountId') as string | null,
        contactId: one.get('contactId') as string | null,
        opportunityName: one.get('opportunityName') as string | null,
        doNotCreateOpportunity: one.get('doNotCreateOpportunity') === true,
        convertedStatus: one.get('convertedStatus') as string | null,
        ownerId: one.get('ownerId') as string | null,
        overwriteLeadSource: one.get('overwriteLeadSource') === true
    }));
    const results = convertLeads(requests, { mode: modeOf(options), allOrNone }, transaction);
    const failed = results.findIndex(({ success }) => !success);
    const [error] = results[failed]?.errors ?? [];
    if (allOrNone && error !== undefined) {
        throw new ApexException(
            'DmlException',
            `ConvertLead failed. First exception on row ${failed}; first error: ` +
                `${error.code}, ${error.message}: [${error.fields.join(', ')}]`
        );
    }
    const shown = results.map(
        ({ success, errors, ...ids }) =>
            new PlatformObject('Database.LeadConvertResult', {
                success,
                errors: errors.map(errorOf),
                ...ids
            })
    );
    return Array.isArray(given) ? shown : shown[0];
}
