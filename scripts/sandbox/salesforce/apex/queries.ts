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
import { ApexException, EnumConstant, QueryRows } from './values.ts';

const MOST_QUERIES = 100;

class BoundExpressions extends ApexParserBaseListener {
    readonly found: BoundExpressionContext[] = [];

    enterBoundExpression(bound: BoundExpressionContext): void {
        this.found.push(bound);
    }
}

/**
 * Compiles `[SELECT …]`. A name in it that is not in the schema is an error of the package, as the
 * compiler would find it; only what the user may not see is an exception that Apex can catch.
 */
export function soqlLiteral(literal: SoqlLiteralContext, scope: Scope): Evaluate {
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
    const mode = parsed.ast.withAccessLevel;
    if (mode === undefined) throw new SandboxRefusal('a query that states no access mode');
    return (frame) => {
        const values = new Map([...binds].map(([name, evaluate]) => [name, evaluate(frame)]));
        const lookup: Binds = (name) => values.get(name) ?? null;
        const run = (userMode: boolean): QueryRows | number =>
            asPackageError(() => execute(parsed, lookup, userMode, frame.transaction));
        try {
            return run(mode === 'USER_MODE');
        } catch (error) {
            if (!(error instanceof QueryError)) throw error;
            // A hidden object must not hide that a field of it does not exist at all.
            run(false);
            throw new ApexException('QueryException', error.message);
        }
    };
}

/** `Database.query` and `queryWithBinds`: here every rejection is a QueryException. */
export function dynamicQuery(
    text: string,
    binds: Binds,
    mode: unknown,
    frame: Frame
): QueryRows | number {
    if (!(mode instanceof EnumConstant)) throw new PackageError('a query without an AccessLevel');
    const lookup: Binds = (name) => {
        const value = binds(name);
        if (value !== undefined) return value;
        throw new QueryError('unknown', `Variable does not exist: ${name}`);
    };
    try {
        return execute(parseSoql(text), lookup, mode.name === 'USER_MODE', frame.transaction);
    } catch (error) {
        if (error instanceof QueryError) throw new ApexException('QueryException', error.message);
        throw error;
    }
}

function execute(
    query: ParsedQuery,
    binds: Binds,
    userMode: boolean,
    transaction: Transaction
): QueryRows | number {
    transaction.queries += 1;
    if (transaction.queries > MOST_QUERIES) {
        throw new ApexException('LimitException', `Too many SOQL queries: ${MOST_QUERIES + 1}`);
    }
    const { user, program } = transaction;
    const store = withCustomMetadata(transaction);
    const context = { schema: program.schema, store, reader: userMode ? user : null };
    const result = transaction.runQuery(query, context, binds);
    return typeof result === 'number' ? result : (QueryRows.from(result) as QueryRows);
}

/** Records of custom metadata types come with the package; all others are the org's. */
function withCustomMetadata({ store, program }: Transaction): Store {
    return {
        ...store,
        rowsOf: (object) => [...(program.customMetadata.get(object.name) ?? store.rowsOf(object))]
    };
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
