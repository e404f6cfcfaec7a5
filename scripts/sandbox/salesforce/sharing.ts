/** Which records a user sees and may change: organization-wide defaults, owners, queues, roles. */
import type { SandboxUser } from './access.ts';
import type { Schema, SObjectType } from './schema.ts';
import type { Row, Store } from './store.ts';
import { valueIn } from './store.ts';
import type { SharingModel } from './traits/types.ts';

/** The org whose rows say who stands where. */
export interface SharingOrg {
    readonly schema: Schema;
    readonly store: Store;
}

/** What metadata calls a model, as the setup names it. */
const MODELS: { readonly [model: string]: SharingModel } = {
    Private: 'Private',
    Read: 'Read',
    ReadWrite: 'ReadWrite',
    ReadWriteTransfer: 'ReadWrite',
    ControlledByParent: 'ControlledByParent'
};

/** Whether a user sees a record; access to its object and fields is asked apart. */
export function mayReadRow(
    user: SandboxUser,
    object: SObjectType,
    row: Row,
    org: SharingOrg
): boolean {
    if (modelOf(object, org) !== 'Private') return true;
    const rights = user.grants?.object(object.name);
    if (rights === undefined || rights.viewAll || rights.modifyAll) return true;
    return reaches(user, row, org);
}

/** Whether a user may change a record that they see. */
export function mayEditRow(
    user: SandboxUser,
    object: SObjectType,
    row: Row,
    org: SharingOrg
): boolean {
    if (modelOf(object, org) === 'ReadWrite') return true;
    const rights = user.grants?.object(object.name);
    if (rights === undefined || rights.modifyAll) return true;
    return reaches(user, row, org);
}

function modelOf(object: SObjectType, { store, schema }: SharingOrg): SharingModel {
    const model = store.setup.sharing[object.name] ?? MODELS[object.sharingModel ?? ''];
    if (model !== 'ControlledByParent') return model ?? 'ReadWrite';
    const account = schema.get('account');
    return account === undefined ? 'ReadWrite' : modelOf(account, { store, schema });
}

/** The owner, a member of the queue that owns it, and whoever stands above the owner. */
function reaches(user: SandboxUser, row: Row, org: SharingOrg): boolean {
    const ownerId = valueIn(row, 'OwnerId');
    if (ownerId === null || ownerId === user.id) return true;
    const owner = org.store.byId(String(ownerId));
    if (owner?.object.name === 'Group') return isMember(user.id, String(ownerId), org);
    const role = org.store.byId(user.id)?.row.UserRoleId ?? null;
    if (role === null) return false;
    const seen = new Set<unknown>();
    let at = parentRole(owner?.row.UserRoleId ?? null, org);
    while (at !== null && !seen.has(at)) {
        if (at === role) return true;
        seen.add(at);
        at = parentRole(at, org);
    }
    return false;
}

function parentRole(roleId: unknown, { store }: SharingOrg): unknown {
    return typeof roleId === 'string' ? (store.byId(roleId)?.row.ParentRoleId ?? null) : null;
}

function isMember(userId: string, groupId: string, { schema, store }: SharingOrg): boolean {
    const members = schema.get('groupmember');
    return (
        members !== undefined &&
        store.rowsOf(members).some((one) => one.GroupId === groupId && one.UserOrGroupId === userId)
    );
}
