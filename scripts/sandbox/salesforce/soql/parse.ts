import { parseQuery } from '@jetstreamapp/soql-parser-js';
import type { Query } from '@jetstreamapp/soql-parser-js';
import { QueryError, SandboxRefusal } from '../errors.ts';

export interface ParsedQuery {
    readonly text: string;
    readonly ast: Query;
    /** The bind that holds the limit, which the parser does not know; null without one. */
    readonly limitBind: string | null;
    /** Whether deleted records are found, too. */
    readonly allRows: boolean;
}

const ALL_ROWS = /\bALL\s+ROWS\s*$/i;

const parsed = new Map<string, ParsedQuery>();

/**
 * Parses a query once; the same text later gives the same tree.
 *
 * @throws QueryError when it is no SOQL; SandboxRefusal for a clause that the sandbox does not run
 */
export function parseSoql(text: string): ParsedQuery {
    const known = parsed.get(text);
    if (known !== undefined) return known;
    const query = readSoql(text);
    refuseUnsupported(query.ast);
    parsed.set(text, query);
    return query;
}

/**
 * Reads a query as the org would, whether or not the sandbox can run it.
 *
 * @throws QueryError when it is no SOQL
 */
export function readSoql(text: string): ParsedQuery {
    // The limit comes after all strings but those of no clause: nothing quoted may follow it.
    const found = /\blimit\s*:\s*(\w+)(?=[^']*$)/i.exec(text);
    const limited = found ? text.replace(found[0], '') : text;
    const plain = limited.replace(ALL_ROWS, '');
    try {
        const ast = parseQuery(plain, { allowApexBindVariables: true });
        return { text, ast, limitBind: found?.[1] ?? null, allRows: plain !== limited };
    } catch (error) {
        const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
        throw new QueryError('malformed', `${text}\n${reason}`);
    }
}

function refuseUnsupported(ast: Query): void {
    const clauses: readonly (readonly [unknown, string])[] = [
        [ast.usingScope, 'USING SCOPE'],
        [ast.withSecurityEnforced, 'WITH SECURITY_ENFORCED'],
        [ast.withDataCategory, 'WITH DATA CATEGORY'],
        [ast.for === 'UPDATE' ? undefined : ast.for, `FOR ${ast.for}`],
        [ast.update, `UPDATE ${ast.update}`]
    ];
    for (const [clause, name] of clauses) {
        if (clause !== undefined) throw new SandboxRefusal(name);
    }
    if (ast.for === 'UPDATE' && ast.orderBy !== undefined) {
        throw new QueryError('malformed', 'FOR UPDATE is not allowed together with ORDER BY');
    }
}
