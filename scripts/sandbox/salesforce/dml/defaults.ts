import type { SObjectType } from '../schema.ts';
import type { Row, Store } from '../store.ts';
import type { FieldValue } from '../values.ts';
import type { SandboxUser } from '../access.ts';

const OPEN_STATUS: { readonly [object: string]: string } = {
    Lead: 'LeadStatus',
    Task: 'TaskStatus'
};

/** What a new record holds before anybody has written anything: the platform's and the fields' own defaults. */
export function defaultRow(
    object: SObjectType,
    user: SandboxUser,
    store: Store,
    rowsNamed: (object: string) => readonly Row[]
): Row {
    const row: { [field: string]: FieldValue } = {};
    for (const field of object.fields.values()) {
        row[field.name] = field.defaultValue ?? (field.type === 'boolean' ? false : null);
    }
    // Before triggers find it set: those of well-known packages read it unasked.
    if (object.fields.has('ownerid')) row.OwnerId = user.id;
    const statuses = OPEN_STATUS[object.name];
    if (statuses !== undefined) {
        row.Status = defaultValue(rowsNamed(statuses)) ?? 'Open';
    }
    if (object.name === 'Task') {
        row.Priority = defaultValue(rowsNamed('TaskPriority')) ?? 'Normal';
        row.TaskSubtype = 'Task';
    }
    if (object.name === 'Event') row.EventSubtype = 'Event';
    if (object.name === 'User') {
        row.IsActive = true;
        row.UserType = 'Standard';
    }
    if (object.name === 'EmailMessage') row.Status = '3';
    if (object.recordTypes.length > 0 && object.fields.has('recordtypeid')) {
        const [first] = object.recordTypes;
        const found = rowsNamed('RecordType').find(
            (one) => one.SobjectType === object.name && one.DeveloperName === first?.name
        );
        row.RecordTypeId = found?.Id ?? null;
    }
    if (object.fields.has('currencyisocode') && store.setup.currencies) {
        row.CurrencyIsoCode = store.setup.currencies.corporate;
    }
    return row;
}

function defaultValue(rows: readonly Row[]): FieldValue {
    return (rows.find((row) => row.IsDefault === true) ?? rows[0])?.ApiName ?? null;
}
