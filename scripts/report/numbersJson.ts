import type { AcceptanceOverview } from '../../shared/acceptance/overviewTypes.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import type { Reading } from './reading.ts';

/** Names under which the overview holds instants. */
const INSTANTS = new Set(['from', 'to', 'since', 'asOf', 'mqlAt', 'decidedAt', 'stalledSince']);

/** The numbers of a report as JSON: an overview as it is, with ISO 8601 for instants. */
export function numbersJson(
    overview: AcceptanceOverview,
    { hash, id, title, version }: Agreement,
    reading: Reading
): string {
    const data = { agreement: { id, title, version, hash }, reading, overview };
    const text = JSON.stringify(
        data,
        (name, value: unknown) =>
            typeof value === 'number' && INSTANTS.has(name) ? new Date(value).toISOString() : value,
        2
    );
    return `${text}\n`;
}
