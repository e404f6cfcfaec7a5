/** A record as the UI API gives it to a component, without what the org does not have. */
import { quoted } from '../../cli/salesforce/api.ts';
import type { Row } from '../../cli/salesforce/api.ts';
import { isObject } from '../../../shared/crm/read.ts';
import { noAccess, notFound } from '../../sandbox/salesforce/uiApi/failure.ts';
import type { LiveOrg } from './org.ts';
import { objectOf } from './orgPeople.ts';

const PATH = /^[a-z]\w*(?:\.[a-z]\w*){1,4}$/i;

/** `fields` with their object, as `Lead.Owner.Name`; throws RequestFailure where there is no such record. */
export async function recordOf(
    { reader, described }: LiveOrg,
    recordId: string,
    fields: readonly unknown[]
): Promise<object> {
    const object = objectOf(recordId);
    if (object === null) throw notFound();
    const paths = fields
        .filter((one): one is string => typeof one === 'string' && PATH.test(one))
        .filter((one) => one.startsWith(`${object}.`))
        .map((one) => one.slice(object.length + 1))
        .filter((path) => described.hasField(object, fieldOf(path)));
    const selected = [...new Set(['Id', ...paths])].join(', ');
    const [row] = await reader.query<Row>(
        `SELECT ${selected} FROM ${object} WHERE Id = ${quoted(recordId)} LIMIT 1`
    );
    if (row === undefined) throw noAccess();
    return represented(row, recordId);
}

/** The field of the record itself on which a path depends. */
function fieldOf(path: string): string {
    const [first = '', ...rest] = path.split('.');
    if (rest.length === 0) return first;
    return first.endsWith('__r') ? first.replace(/__r$/, '__c') : `${first}Id`;
}

function represented({ attributes, ...row }: Row, id: string): object {
    const fields = Object.entries(row).map(([name, value]) => [
        name,
        {
            value: isObject(value) ? represented(value, String(value.Id ?? '')) : value,
            displayValue: null
        }
    ]);
    const apiName = isObject(attributes) ? attributes.type : null;
    return { apiName, id, fields: Object.fromEntries(fields) };
}
