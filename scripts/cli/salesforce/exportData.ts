/** Our data in an org, as CSV files, before its fields and objects are removed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { count } from '../output/text.ts';
import type { Api, Row } from './api.ts';
import { textOf, type Component } from './components.ts';

interface ExportedObject {
    readonly object: string;
    readonly fields: readonly string[];
    /** Fields that a query can ask about: long texts it cannot. */
    readonly filters: readonly string[];
}

const LONG = ['LongTextArea', 'Html', 'EncryptedText'];

/** The objects with fields of ours; what a formula computes is no data. */
export function exportedObjects(components: Iterable<Component>): ExportedObject[] {
    const objects = new Map<string, { name: string; type: string }[]>();
    for (const { type, fullName, content } of components) {
        if (type !== 'CustomField' || content === null || typeof content === 'string') continue;
        const [object = '', name = ''] = fullName.split('.');
        if (object.endsWith('__mdt') || content['formula'] !== undefined) continue;
        const field = { name, type: textOf(content['type']) };
        objects.set(object, [...(objects.get(object) ?? []), field]);
    }
    return [...objects].map(([object, fields]) => ({
        object,
        fields: fields.map(({ name }) => name),
        filters: fields.flatMap(({ name, type }) => (LONG.includes(type) ? [] : [name]))
    }));
}

/**
 * Writes one file for each object: all records of ours, and of Salesforce's own those with a value in a
 * field of ours.
 *
 * @returns "3 files, 120 records"
 */
export async function exportData(
    api: Api,
    objects: readonly ExportedObject[],
    folder: string,
    report: (progress: string) => void
): Promise<string> {
    mkdirSync(folder, { recursive: true });
    let records = 0;
    for (const { object, fields, filters } of objects) {
        report(object);
        const columns = ['Id', 'CreatedDate', ...fields];
        const isOurs = object.endsWith('__c');
        const where = isOurs
            ? ''
            : ` WHERE ${filters.map((name) => `${name} != null`).join(' OR ')}`;
        const soql = `SELECT ${columns.join(', ')} FROM ${object}${where}`;
        const rows = await api.query<Row>(soql).catch((error: unknown) => {
            throw unreadable(object, error);
        });
        records += rows.length;
        const data = rows.map((row) => columns.map((name) => row[name] ?? ''));
        writeFileSync(
            path.join(folder, `${object}.csv`),
            `${Papa.unparse({ fields: columns, data })}\r\n`
        );
    }
    return `${count(objects.length, 'file')}, ${count(records, 'record')}`;
}

function unreadable(object: string, error: unknown): unknown {
    if (!(error instanceof CliError) || error.code !== 'salesforce.refused') return error;
    return new CliError(
        EXIT.access,
        {
            code: 'salesforce.data_unreadable',
            message: `The data of ${object} cannot be exported, so nothing was removed: this user does not see all of its fields.`,
            where: error.message,
            mend: 'Give this user Handoff Admin first: npx handoff deploy salesforce --assign admin=USERNAME'
        },
        error
    );
}
