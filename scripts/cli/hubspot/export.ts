/** What the account knows because of Handoff, as files, before it is taken away. */
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import papaparse from 'papaparse';
import type { Context } from '../context.ts';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import type { Api } from './api.ts';
import { contactsWith } from './contacts.ts';
import type { PortalProperty } from './properties.ts';

/** So that a person can be told by. */
const WHO = ['email', 'firstname', 'lastname'];

/** A folder that is not there yet: an export never overwrites an earlier one. */
export function exportFolder({ io, file }: Context, named: string | undefined): string {
    const day = new Date(io.now()).toISOString().slice(0, 10);
    const base = file(named ?? `handoff-export-${day}`);
    if (named !== undefined && existsSync(base)) {
        throw new CliError(EXIT.usage, {
            code: 'file.exists',
            message: `${named} is there already.`,
            mend: 'Name a folder that is not there yet with --out.'
        });
    }
    for (let n = 1; ; n++) {
        const folder = n === 1 ? base : `${base}-${n}`;
        if (!existsSync(folder)) return folder;
    }
}

/**
 * Writes `hubspot-contacts.csv` (everybody who bears one of the properties) and
 * `hubspot-properties.json` (their definitions, the settings among them).
 */
export async function exportContacts(
    api: Api,
    properties: readonly PortalProperty[],
    folder: string,
    report: (progress: string) => void
): Promise<number> {
    const names = properties.map(({ name }) => name);
    const columns = ['id', ...WHO, ...names];
    const file = path.join(folder, 'hubspot-contacts.csv');
    mkdirSync(folder, { recursive: true });
    writeFileSync(
        path.join(folder, 'hubspot-properties.json'),
        `${JSON.stringify(properties, null, 4)}\n`
    );
    writeFileSync(file, `${papaparse.unparse([columns])}\r\n`);
    let written = 0;
    for await (const page of contactsWith(api, names, [...WHO, ...names])) {
        const rows = page.map((row) => [
            row.id,
            ...columns.slice(1).map((name) => row.properties[name] ?? '')
        ]);
        appendFileSync(file, `${papaparse.unparse(rows)}\r\n`);
        written += rows.length;
        report(`${written} contacts`);
    }
    return written;
}
