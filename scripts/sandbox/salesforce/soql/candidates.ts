/** Which rows of an object a query needs to look at. */
import type { Query } from '@jetstreamapp/soql-parser-js';
import type { SObjectType } from '../schema.ts';
import type { Row } from '../store.ts';
import type { QueryContext } from './columns.ts';
import type { Binds } from './run.ts';
import { SObjectRecord } from './record.ts';

/** The rows by id, where all conditions must hold and the first is on the Id alone; else all of them. */
export function candidates(
    { where }: Query,
    object: SObjectType,
    { store }: QueryContext,
    binds: Binds
): Row[] {
    const ids = idsIn(where, binds);
    if (ids === null) return store.rowsOf(object);
    const found: Row[] = [];
    for (const id of new Set(ids)) {
        const stored = store.byId(id);
        if (stored !== null && stored.object === object) found.push(stored.row);
    }
    // As they come without a condition: in the order in which they were created.
    return found.sort((a, b) => (String(a.Id) < String(b.Id) ? -1 : 1));
}

/** The parts of a chain of conditions that are read here. */
interface Link {
    readonly left?: {
        readonly openParen?: number;
        readonly field?: string;
        readonly operator?: string;
        readonly value?: unknown;
        readonly literalType?: unknown;
    } | null;
    readonly operator?: string;
    readonly right?: Link;
}

function idsIn(where: Query['where'], binds: Binds): string[] | null {
    const first = (where as Link | undefined)?.left;
    if (!first || first.openParen || first.field?.toLowerCase() !== 'id') return null;
    if (first.literalType !== 'APEX_BIND_VARIABLE' || typeof first.value !== 'string') return null;
    for (let link: Link | undefined = where as Link; link?.operator; link = link.right) {
        if (link.operator !== 'AND') return null;
    }
    const bound = binds(first.value);
    if (first.operator === '=' && typeof bound === 'string') return [bound];
    if (first.operator !== 'IN' || bound === null || typeof bound !== 'object') return null;
    if (!(Symbol.iterator in bound)) return null;
    const all = [...(bound as Iterable<unknown>)].map((one) =>
        one instanceof SObjectRecord ? one.fields.get('id')?.value : one
    );
    return all.every((one) => typeof one === 'string') ? all : null;
}
