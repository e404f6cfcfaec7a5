/** A real org, asked as the browser asks it: its rows by REST, what they mean by the package's own Apex. */
import { orgWords, type OrgInfo } from '../../cli/salesforce/connect.ts';
import type { Row } from '../../cli/salesforce/api.ts';
import { CliError } from '../../cli/output/errors.ts';
import { isObject } from '../../../shared/crm/read.ts';
import { loadProgram } from '../../sandbox/salesforce/apex/program.ts';
import { runApex } from '../../sandbox/salesforce/apex/run.ts';
import type { Parameters } from '../../sandbox/salesforce/apex/run.ts';
import { QueryError } from '../../sandbox/salesforce/errors.ts';
import { loadSchema, type Schema } from '../../sandbox/salesforce/schema.ts';
import { createStore } from '../../sandbox/salesforce/store.ts';
import type { runQuery } from '../../sandbox/salesforce/soql/run.ts';
import { describe, schemaIn } from './described.ts';
import type { Described } from './described.ts';
import { gapsFor } from './gaps.ts';
import type { OrgReader } from './readOnly.ts';
import { replayed } from './replay.ts';
import { recordsOf } from './restRows.ts';
import { restQuery } from './restSoql.ts';

export interface LiveOrg {
    /** "the sandbox Acme UAT (https://…) as ann@acme.com" */
    readonly place: string;
    readonly userId: string;
    readonly reader: OrgReader;
    readonly described: Described;
    /** Which of Handoff's fields the org does not have, or does not show to this user; null: it has all. */
    readonly lacking: string | null;
    /** An @AuraEnabled method of the package, over the org's own rows. */
    apex(className: string, method: string, parameters: Parameters): Promise<unknown>;
}

type Rejected = { readonly rejected: string };

/** What an org answers to a query that this user may not make. */
const REJECTIONS = ['INVALID_FIELD', 'INVALID_TYPE', 'INSUFFICIENT_ACCESS'];

export async function openOrg(
    reader: OrgReader,
    info: OrgInfo,
    now: () => number,
    forceApp = 'force-app'
): Promise<LiveOrg> {
    const described = await describe(reader);
    const packaged = loadSchema(forceApp);
    const schema = schemaIn(packaged, described);
    const program = loadProgram(forceApp, schema);
    const store = createStore(schema, now);

    async function rowsOf(soql: string): Promise<Row[] | Rejected> {
        try {
            return await reader.query<Row>(soql);
        } catch (thrown) {
            const cause = thrown instanceof CliError ? thrown.cause : thrown;
            const { errorCode = '', message } = cause as Error & { errorCode?: string };
            if (!REJECTIONS.includes(errorCode)) throw thrown;
            return { rejected: message };
        }
    }

    return {
        place: orgWords(info),
        userId: info.userId,
        reader,
        described,
        lacking: lackingIn(packaged, described),
        apex: (className, method, parameters) =>
            replayed((ask) => {
                const missing = new Set<string>();
                const fromOrg: typeof runQuery = (query, context, binds) => {
                    // Without a reader only the names in a rejected query are looked at once more.
                    if (context.reader === null) return [];
                    const asked = restQuery(query, binds, schema, described);
                    for (const one of asked.missing) missing.add(one);
                    if (asked.soql === null) return [];
                    const { soql } = asked;
                    const rows = ask(soql, () => rowsOf(soql));
                    if ('rejected' in rows) throw new QueryError('denied', rows.rejected);
                    return recordsOf(query.ast, rows, { ...context, reader: null });
                };
                const user = { id: info.userId };
                const environment = { program, store, user, now, runQuery: fromOrg };
                const answer = runApex(className, method, parameters, environment);
                return isObject(answer) && Array.isArray(answer.gaps)
                    ? { ...answer, gaps: [...answer.gaps, ...gapsFor(missing)] }
                    : answer;
            })
    };
}

function lackingIn(schema: Schema, described: Described): string | null {
    const ours = ['Lead', 'Contact'].flatMap((object) =>
        [...(schema.get(object.toLowerCase())?.fields.values() ?? [])]
            .filter(({ name }) => name.startsWith('Handoff_'))
            .map(({ name }) => [object, name] as const)
    );
    const missing = ours.filter(([object, name]) => !described.hasField(object, name));
    if (missing.length === 0) return null;
    if (missing.length === ours.length) return 'Handoff’s own fields';
    return `${missing.length} of Handoff’s own fields`;
}
