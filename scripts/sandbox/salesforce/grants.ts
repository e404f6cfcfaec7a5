/** What a user's profile and permission sets allow, read from the org's own rows. */
import { isPermissionable } from './fields.ts';
import type { Schema } from './schema.ts';
import type { Row, Store } from './store.ts';

export interface ObjectRights {
    readonly read: boolean;
    readonly create: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
    readonly viewAll: boolean;
    readonly modifyAll: boolean;
}

export interface FieldRights {
    readonly read: boolean;
    readonly edit: boolean;
}

export interface Grants {
    object(name: string): ObjectRights;
    field(object: string, field: string): FieldRights;
    /** The custom permissions held, by API name. */
    custom(): readonly string[];
}

/** The org whose rows say it. */
export interface GrantingOrg {
    readonly schema: Schema;
    readonly store: Store;
}

const NO_OBJECT: ObjectRights = {
    read: false,
    create: false,
    edit: false,
    delete: false,
    viewAll: false,
    modifyAll: false
};
const FULL: ObjectRights = { ...NO_OBJECT, read: true, create: true, edit: true, delete: true };
const NO_FIELD: FieldRights = { read: false, edit: false };
const EVERY_FIELD: FieldRights = { read: true, edit: true };

/** Everything that the permission sets of one user add up to, as of one state of the rows. */
interface Sum {
    readonly objects: ReadonlyMap<string, ObjectRights>;
    readonly fields: ReadonlyMap<string, FieldRights>;
    readonly custom: readonly string[];
}

/**
 * The rights of one user. They follow the rows: a permission set that is assigned later counts from then
 * on. Fields of the package or of the org itself are visible to nobody, the deploying admin included,
 * unless a permission set shows them; those that every record must have, to all.
 */
export function grantsOf(userId: string, org: GrantingOrg): Grants {
    let sum: Sum | null = null;
    let version = -1;
    const current = (): Sum => {
        if (sum === null || version !== org.store.version) {
            sum = sumOf(userId, org);
            version = org.store.version;
        }
        return sum;
    };
    return {
        object(name) {
            if (WITH_PEOPLE.test(name)) return FULL;
            if (!hasPermissions(name)) return { ...NO_OBJECT, read: true };
            return current().objects.get(name.toLowerCase()) ?? NO_OBJECT;
        },
        field(object, field) {
            const type = org.schema.get(object.toLowerCase());
            const known = type?.fields.get(field.toLowerCase());
            const isGuarded = hasPermissions(object) || known?.isCustom === true;
            if (known === undefined || !isGuarded || !isPermissionable(known)) return EVERY_FIELD;
            return current().fields.get(`${object}.${field}`.toLowerCase()) ?? NO_FIELD;
        },
        custom: () => current().custom
    };
}

/** Whether profiles and permission sets state the access to an object. */
export function hasPermissions(object: string): boolean {
    return GUARDED.test(object);
}

const GUARDED = /^(?:Lead|Contact|Account|Opportunity|Campaign|\w+__c)$/i;
/** Who reads a person reads these of theirs; no row states it. */
const WITH_PEOPLE = /^(?:Task|Event|EmailMessage|CampaignMember)$/i;

function sumOf(userId: string, { schema, store }: GrantingOrg): Sum {
    const rows = (name: string): Row[] => {
        const object = schema.get(name.toLowerCase());
        return object === undefined ? [] : store.rowsOf(object);
    };
    const user = store.byId(userId)?.row;
    const sets = new Set([
        ...rows('PermissionSetAssignment')
            .filter((row) => sameId(row.AssigneeId, userId))
            .map((row) => row.PermissionSetId),
        ...rows('PermissionSet')
            .filter((row) => row.ProfileId !== null && sameId(row.ProfileId, user?.ProfileId))
            .map((row) => row.Id)
    ]);
    const objects = new Map<string, ObjectRights>();
    for (const row of rows('ObjectPermissions').filter((one) => sets.has(one.ParentId ?? null))) {
        const key = String(row.SobjectType).toLowerCase();
        const had = objects.get(key) ?? NO_OBJECT;
        objects.set(key, {
            read: had.read || row.PermissionsRead === true,
            create: had.create || row.PermissionsCreate === true,
            edit: had.edit || row.PermissionsEdit === true,
            delete: had.delete || row.PermissionsDelete === true,
            viewAll: had.viewAll || row.PermissionsViewAllRecords === true,
            modifyAll: had.modifyAll || row.PermissionsModifyAllRecords === true
        });
    }
    const fields = new Map<string, FieldRights>();
    for (const row of rows('FieldPermissions').filter((one) => sets.has(one.ParentId ?? null))) {
        const key = String(row.Field).toLowerCase();
        const had = fields.get(key) ?? NO_FIELD;
        fields.set(key, {
            read: had.read || row.PermissionsRead === true,
            edit: had.edit || row.PermissionsEdit === true
        });
    }
    const granted = new Set(
        rows('SetupEntityAccess')
            .filter((one) => sets.has(one.ParentId ?? null))
            .map((row) => row.SetupEntityId)
    );
    const custom = rows('CustomPermission')
        .filter((row) => granted.has(row.Id ?? null))
        .map((row) => String(row.DeveloperName));
    return { objects, fields, custom };
}

function sameId(a: unknown, b: unknown): boolean {
    return typeof a === 'string' && typeof b === 'string' && a.slice(0, 15) === b.slice(0, 15);
}
