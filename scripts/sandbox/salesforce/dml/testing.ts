/** Statements on an org of a test's own, in few words. */
import type { Transaction } from '../apex/program.ts';
import { newTransaction } from '../apex/run.ts';
import type { OpenOrg } from '../setup/open.ts';
import { SObjectRecord } from '../soql/record.ts';
import type { Row } from '../store.ts';
import type { FieldValue } from '../values.ts';
import { runDml } from './run.ts';
import type { DmlOperation, DmlOptions, DmlResult } from './types.ts';

/** The fields of a record, as a test writes them. */
export type Values = { readonly [field: string]: FieldValue };

export function recordWith(org: OpenOrg, objectName: string, values: Values): SObjectRecord {
    const record = new SObjectRecord(objectName);
    const object = org.schema.get(objectName.toLowerCase());
    for (const [name, value] of Object.entries(values)) {
        record.set(name, object?.fields.get(name.toLowerCase())?.type ?? 'any', value);
    }
    return record;
}

/** Runs one statement in a transaction of its own, or in that given, as the deployer in system mode. */
export function dml(
    org: OpenOrg,
    operation: DmlOperation,
    objectName: string,
    records: readonly Values[],
    options: Partial<DmlOptions> = {},
    transaction: Transaction = transactionOf(org)
): DmlResult[] {
    return runDml(
        operation,
        records.map((values) => recordWith(org, objectName, values)),
        { mode: 'system', allOrNone: true, ...options },
        transaction
    );
}

export function transactionOf(org: OpenOrg, user = org.deployer): Transaction {
    const { program, store } = org;
    return newTransaction({ program, store, user, now: () => NOON });
}

/** When everything happens in tests: a Wednesday. */
export const NOON = Date.parse('2026-03-04T12:00:00Z');

/** The live rows of an object. */
export function rows(org: OpenOrg, objectName: string): Row[] {
    const object = org.schema.get(objectName.toLowerCase());
    return object === undefined
        ? []
        : org.store.rowsOf(object).filter(({ IsDeleted }) => IsDeleted !== true);
}

/** The id of the only record that a statement saved. */
export function idOf([result]: readonly DmlResult[]): string {
    if (result?.id == null) throw new Error(`not saved: ${JSON.stringify(result?.errors)}`);
    return result.id;
}
