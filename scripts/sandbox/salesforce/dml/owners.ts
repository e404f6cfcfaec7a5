import type { Transaction } from '../apex/program.ts';
import { valueIn } from '../store.ts';
import { fieldError } from './fieldChecks.ts';
import type { Pending } from './pending.ts';
import { rowsOf } from './rows.ts';
import type { DmlError } from './types.ts';

/** Objects that a queue cannot own, whatever is set up. */
const USERS_ONLY: readonly string[] = ['Account', 'Contact', 'Opportunity', 'Campaign'];

/** Why a record cannot belong to whom it was given; null where it can. */
export function ownerError(pending: Pending, transaction: Transaction): DmlError | null {
    const { object, before, row } = pending;
    const field = object.fields.get('ownerid');
    const id = valueIn(row, 'OwnerId');
    if (field === undefined || id === null || id === before?.OwnerId) return null;
    const owner = transaction.store.byId(String(id));
    if (owner === null) return null;
    const type = owner.object.name;
    if (type === 'User') {
        if (owner.row.IsActive !== false || !isHeld(owner.row)) return null;
        const message = `operation performed with inactive user [${id}] as owner of ${object.name.toLowerCase()}`;
        return fieldError('INACTIVE_OWNER_OR_USER', message, field);
    }
    if (type !== 'Group' || USERS_ONLY.includes(object.name)) {
        const message = `${field.label}: id value of incorrect type: ${id}`;
        return fieldError('FIELD_INTEGRITY_EXCEPTION', message, field);
    }
    const queues = rowsOf('QueueSobject', transaction);
    // An org whose rows name no queue at all was seeded without its setup.
    const isKnown = queues.length === 0 || owner.row.Type !== 'Queue';
    const takes = queues.some((one) => one.QueueId === id && one.SobjectType === object.name);
    if (takes || isKnown) return null;
    return fieldError('INVALID_OPERATION', 'Queue not associated with this SObject type', field);
}

/** Whether a user's record says who they are: seeds write a mere name. */
function isHeld(user: { readonly [field: string]: unknown }): boolean {
    return user.Username !== null && user.Username !== undefined;
}
