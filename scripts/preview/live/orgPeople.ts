/** Leads and Contacts of an org, to be listed and to be found again in the other CRM. */
import { quoted } from '../../cli/salesforce/api.ts';
import type { Row } from '../../cli/salesforce/api.ts';
import { isObject } from '../../../shared/crm/read.ts';
import type { LiveOrg } from './org.ts';
import type { Listed } from './people.ts';

type ObjectName = 'Lead' | 'Contact';

const PREFIXES: { readonly [prefix: string]: ObjectName } = { '00Q': 'Lead', '003': 'Contact' };
const COMPANY = { Lead: 'Company', Contact: 'Account.Name' };

/** Null for the id of anything else. */
export function objectOf(id: string): ObjectName | null {
    return /^\w{15}(?:\w{3})?$/.test(id) ? (PREFIXES[id.slice(0, 3)] ?? null) : null;
}

/** The newest Leads; with a text the newest Leads and Contacts that have it in name, email or company. */
export async function listOrg(org: LiveOrg, text: string, most: number): Promise<Listed[]> {
    const like = `'%${text.replace(/[\\'%_]/g, '\\$&')}%'`;
    const found = (object: ObjectName): string =>
        text === ''
            ? ''
            : ` AND (${['Name', 'Email', COMPANY[object]].map((field) => `${field} LIKE ${like}`).join(' OR ')})`;
    const lists = await Promise.all([
        read(org, 'Lead', `IsConverted = FALSE${found('Lead')}`, most),
        text === '' ? [] : read(org, 'Contact', `IsDeleted = FALSE${found('Contact')}`, most)
    ]);
    return lists.flat();
}

export async function inOrg(org: LiveOrg, id: string): Promise<Listed | null> {
    const object = objectOf(id);
    const [one = null] = object === null ? [] : await read(org, object, `Id = ${quoted(id)}`, 1);
    return one;
}

/** Whoever has an email address: an open Lead before a Contact. */
export async function inOrgByEmail(org: LiveOrg, email: string): Promise<Listed | null> {
    const is = `Email = ${quoted(email)}`;
    const [lead] = await read(org, 'Lead', `${is} AND IsConverted = FALSE`, 1);
    const [contact] = lead === undefined ? await read(org, 'Contact', is, 1) : [];
    return lead ?? contact ?? null;
}

async function read(
    { reader }: LiveOrg,
    object: ObjectName,
    where: string,
    most: number
): Promise<Listed[]> {
    const rows = await reader.query<Row>(
        `SELECT Id, Name, Email, ${COMPANY[object]}, CreatedDate FROM ${object} WHERE ${where} ORDER BY CreatedDate DESC LIMIT ${most}`
    );
    return rows.map((row) => ({
        id: String(row.Id),
        name: String(row.Name ?? ''),
        email: typeof row.Email === 'string' ? row.Email : null,
        company: textOf(isObject(row.Account) ? row.Account.Name : row.Company),
        since: Date.parse(String(row.CreatedDate))
    }));
}

function textOf(value: unknown): string | null {
    return typeof value === 'string' ? value : null;
}
