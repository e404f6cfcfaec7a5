import type {
    BoundExpressionContext,
    QueryContext,
    SoqlLiteralContext
} from '@apexdevtools/apex-parser';
import { ApexParseTreeWalker, ApexParserBaseListener } from '@apexdevtools/apex-parser';
import { PackageError, QueryError, SandboxRefusal } from '../errors.ts';
import { parseSoql } from '../soql/parse.ts';
import type { ParsedQuery } from '../soql/parse.ts';
import type { Store } from '../store.ts';
import type { Binds } from '../soql/run.ts';
import type { Evaluate, Frame, Scope, Transaction } from './program.ts';
import { expression } from './expressions.ts';
import { triggerObjectOf } from './triggers.ts';
import { ApexException, EnumConstant, QueryRows } from './values.ts';
import { variable } from './variables.ts';

class BoundExpressions extends ApexParserBaseListener {
    readonly found: BoundExpressionContext[] = [];

    enterBoundExpression(bound: BoundExpressionContext): void {
        this.found.push(bound);
    }
}

/** A query with the values for its binds, ready to be run. */
export interface OpenQuery {
    readonly parsed: ParsedQuery;
    readonly binds: Binds;
    readonly userMode: boolean;
}

/**
 * Compiles `[SELECT …]`. A name in it that is not in the schema is an error of the package, as the
 * compiler would find it; only what the user may not see is an exception that Apex can catch.
 */
export function soqlLiteral(literal: SoqlLiteralContext, scope: Scope): Evaluate {
    const { open } = openLiteral(literal, scope);
    return (frame) => {
        const query = open(frame);
        try {
            return asPackageError(() => execute(query, frame.transaction));
        } catch (error) {
            if (!(error instanceof QueryError)) throw error;
            // A hidden object must not hide that a field of it does not exist at all.
            asPackageError(() => check({ ...query, userMode: false }, frame.transaction));
            throw new ApexException('QueryException', error.message);
        }
    };
}

/** A query of the source, to be given the values of its binds; it must say its access mode. */
export function openLiteral(
    literal: SoqlLiteralContext,
    scope: Scope
): { open(frame: Frame): OpenQuery } {
    const query = literal.query();
    let text = query.start.getInputStream().getText(query.start.start, query.stop!.stop);
    const binds = new Map<string, Evaluate>();
    // From the end, so that places found earlier stay right.
    for (const bound of boundExpressions(query).reverse()) {
        const name = `bind${binds.size}`;
        binds.set(name, expression(bound.expression(), scope));
        const from = bound.start.start - query.start.start;
        const to = bound.stop!.stop + 1 - query.start.start;
        text = `${text.slice(0, from)}:${name} ${text.slice(to)}`;
    }
    const parsed = asPackageError(() => parseSoql(text));
    // Of a trigger, system mode is the default; of a class it would be user mode, and is refused.
    const isTrigger = triggerObjectOf(scope.owner) !== null;
    const mode = parsed.ast.withAccessLevel ?? (isTrigger ? 'SYSTEM_MODE' : undefined);
    if (mode === undefined) throw new SandboxRefusal('a query that states no access mode');
    const userMode = mode === 'USER_MODE';
    return {
        open(frame) {
            const values = new Map([...binds].map(([name, evaluate]) => [name, evaluate(frame)]));
            return { parsed, binds: (name) => values.get(name) ?? null, userMode };
        }
    };
}

/** A query from text: here every rejection is a QueryException. */
export function openText(text: string, binds: Binds, mode: unknown): OpenQuery {
    if (!(mode instanceof EnumConstant)) throw new PackageError('a query without an AccessLevel');
    const lookup: Binds = (name) => {
        const value = binds(name);
        if (value !== undefined) return value;
        throw new QueryError('unknown', `Variable does not exist: ${name}`);
    };
    const parsed = asException(() => parseSoql(text));
    return { parsed, binds: lookup, userMode: mode.name === 'USER_MODE' };
}

/** Variables around a call, as `Database.query` binds them by name. */
export function bindsAround(scope: Scope, frame: Frame): Binds {
    return (name) => variable(name, scope)?.read(frame);
}

/** Runs a query from text; counts it. */
export function runOpen(query: OpenQuery, transaction: Transaction): QueryRows | number {
    return asException(() => execute(query, transaction));
}

function execute(query: OpenQuery, transaction: Transaction): QueryRows | number {
    const { limits } = transaction;
    limits.take('queries');
    const result = check(query, transaction, (rows) => limits.take('queryRows', rows));
    return typeof result === 'number' ? result : (QueryRows.from(result) as QueryRows);
}

/** Runs a query without counting it as one. */
function check(
    { parsed, binds, userMode }: OpenQuery,
    transaction: Transaction,
    onRows?: (rows: number) => void
): ReturnType<Transaction['runQuery']> {
    const { user, program } = transaction;
    const context = {
        schema: program.schema,
        store: withCustomMetadata(transaction),
        reader: userMode ? user : null,
        sharedWith: userMode || transaction.isSharing ? user : null,
        ...(onRows === undefined ? {} : { onRows })
    };
    return transaction.runQuery(parsed, context, binds);
}

/** Records of custom metadata types come with the package; all others are the org's. */
function withCustomMetadata({ store, program }: Transaction): Store {
    if (program.customMetadata.size === 0) return store;
    return {
        ...store,
        rowsOf: (object) => [...(program.customMetadata.get(object.name) ?? store.rowsOf(object))]
    };
}

function asException<T>(run: () => T): T {
    try {
        return run();
    } catch (error) {
        if (error instanceof QueryError) throw new ApexException('QueryException', error.message);
        throw error;
    }
}

function asPackageError<T>(run: () => T): T {
    try {
        return run();
    } catch (error) {
        if (error instanceof QueryError && error.fault !== 'denied') {
            throw new PackageError(error.message);
        }
        throw error;
    }
}

function boundExpressions(query: QueryContext): BoundExpressionContext[] {
    const listener = new BoundExpressions();
    ApexParseTreeWalker.DEFAULT.walk(listener, query);
    return listener.found;
}
