import type { SObjectType } from '../schema.ts';
import { SObjectRecord } from '../soql/record.ts';
import type { Row } from '../store.ts';
import { valueIn } from '../store.ts';
import type { FieldValue } from '../values.ts';
import type { DmlContext, Pending } from './pending.ts';
import { rowsOf } from './rows.ts';
import { runDml } from './run.ts';

const DRAFT = '5';
const JUNCTIONS: { readonly [field: string]: string } = {
    ToIds: 'ToAddress',
    CcIds: 'CcAddress',
    BccIds: 'BccAddress'
};

/**
 * What Enhanced Email writes beside new emails: their relations, and for what was sent to a person a
 * closed Task, whose triggers run. Both come after the emails' own triggers, so these see neither.
 */
export function emailRows(batch: readonly Pending[], context: DmlContext): void {
    const { transaction, options } = context;
    const { store, program } = transaction;
    const relation = program.schema.get('emailmessagerelation');
    const emails = batch.filter(
        ({ object, before }) => object.name === 'EmailMessage' && before === null
    );
    if (relation === undefined || emails.length === 0) return;
    for (const { row } of emails) addRelations(row, relation, context);
    const sent = emails.filter(
        ({ row }) =>
            row.Incoming !== true &&
            row.Status !== DRAFT &&
            valueIn(row, 'ActivityId') === null &&
            personOf(row) !== null
    );
    if (sent.length === 0) return;
    const tasks = sent.map(({ row }) => taskOf(row, context));
    runDml('insert', tasks, { ...options, mode: 'system', allOrNone: false }, transaction);
    sent.forEach((pending, i) => {
        const id = tasks[i]?.fields.get('id')?.value;
        if (typeof id !== 'string') return;
        pending.row = { ...pending.row, ActivityId: id };
        store.replace(pending.object, pending.row);
    });
}

function idsIn(row: Row, field: string): string[] {
    return String(row[field] ?? '')
        .split(';')
        .filter((id) => id !== '');
}

function personOf(row: Row): string | null {
    return idsIn(row, 'ToIds')[0] ?? null;
}

function addRelations(row: Row, relation: SObjectType, { transaction }: DmlContext): void {
    const { store } = transaction;
    for (const [field, RelationType] of Object.entries(JUNCTIONS)) {
        for (const id of idsIn(row, field)) {
            const person = store.byId(id);
            if (person === null) continue;
            store.append(relation, {
                EmailMessageId: valueIn(row, 'Id'),
                RelationId: id,
                RelationType,
                RelationObjectType: person.object.name,
                RelationAddress: valueIn(person.row, 'Email')
            });
        }
    }
}

function taskOf(row: Row, { transaction }: DmlContext): SObjectRecord {
    const task = new SObjectRecord('Task');
    const object = transaction.program.schema.get('task') as SObjectType;
    const closed = rowsOf('TaskStatus', transaction).find(({ IsClosed }) => IsClosed === true);
    const put = (name: string, value: FieldValue): void => {
        const field = object.fields.get(name.toLowerCase());
        if (field) task.set(field.name, field.type, value);
    };
    put('Subject', `Email: ${row.Subject ?? ''}`.slice(0, 255));
    put('TaskSubtype', 'Email');
    put('Status', closed?.ApiName ?? 'Completed');
    put('WhoId', personOf(row));
    put('Description', valueIn(row, 'TextBody'));
    return task;
}
