import type { SObjectType } from '../schema.ts';
import type { Row } from '../store.ts';
import { valueIn } from '../store.ts';
import type { Transaction } from '../apex/program.ts';
import type { Pending } from './pending.ts';
import type { DmlError } from './types.ts';

/** Contact fields of a person account, by the account's own. */
const SHARED: { readonly [contactField: string]: string } = {
    FirstName: 'FirstName',
    LastName: 'LastName',
    Salutation: 'Salutation',
    Email: 'PersonEmail',
    MobilePhone: 'PersonMobilePhone',
    Title: 'PersonTitle',
    LeadSource: 'PersonLeadSource',
    Phone: 'Phone',
    OwnerId: 'OwnerId'
};

/** Whether an account is a person: the org has such, and it bears a person's name. */
export function isPerson(object: SObjectType, row: Row, { store }: Transaction): boolean {
    return (
        store.setup.personAccounts && object.name === 'Account' && valueIn(row, 'LastName') !== null
    );
}

/** A person's name is composed: nobody writes it as one. */
export function personErrors(
    { object, before, record, row }: Pending,
    transaction: Transaction
): DmlError[] {
    if (!isPerson(object, row, transaction)) return [];
    const name = record.fields.get('name')?.value ?? null;
    if (name === null || name === before?.Name) return [];
    const message = 'Account: bad field names on insert/update call: Name';
    return [{ code: 'INVALID_FIELD_FOR_INSERT_UPDATE', message, fields: ['Name'] }];
}

/**
 * Keeps the contact that stands behind a person account. Triggers on Contact do not run for it, as on the
 * platform.
 */
export function keepPersonContact(pending: Pending, transaction: Transaction): void {
    const { object, row } = pending;
    const contacts = transaction.program.schema.get('contact');
    if (contacts === undefined || !isPerson(object, row, transaction)) return;
    const { store } = transaction;
    const shared = Object.fromEntries(
        Object.entries(SHARED).map(([field, from]) => [field, valueIn(row, from)])
    );
    const known = store.byId(String(row.PersonContactId ?? ''));
    if (known !== null) {
        const Name = valueIn(row, 'Name');
        store.replace(contacts, { ...known.row, ...shared, Name });
        return;
    }
    const id = store.nextId(contacts);
    store.seed({
        Contact: [{ ...shared, Id: id, AccountId: row.Id, IsPersonAccount: true }]
    });
    pending.row = { ...row, PersonContactId: id };
    store.replace(object, pending.row);
}
