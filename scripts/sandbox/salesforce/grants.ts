/** What a user's profile and permission sets allow, read from the org's own rows. */
import type { SandboxUser } from './access.ts';
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
const NO_FIELD: FieldRights = { read: false, edit: false };
const EVERY_FIELD: FieldRights = { read: true, edit: true };

/** Everything that the permission sets of one user add up to, as of one state of the rows. */
interface Sum {
    readonly objects: ReadonlyMap<string, ObjectRights>;
    readonly fields: ReadonlyMap<string, FieldRights>;
    readonly custom: readonly string[];
}

/**
 * A user as the org knows them. Their rights follow the rows: a permission set that is assigned later
 * counts from then on. Fields of the package or of the org itself are visible to nobody, the deploying
 * admin included, unless a permission set shows them; those that every record must have, to all.
 */
export function userOf(userId: string, org: GrantingOrg): SandboxUser {
    const { schema, store } = org;
    let sum: Sum | null = null;
    let version = -1;
    const current = (): Sum => {
        if (sum === null || version !== store.version) {
            sum = sumOf(userId, org);
            version = store.version;
        }
        return sum;
    };
    const grants: Grants = {
        object: (name) => current().objects.get(name.toLowerCase()) ?? defaultRights(name),
        field(object, field) {
            const known = schema.get(object.toLowerCase())?.fields.get(field.toLowerCase());
            if (known === undefined || !known.isCustom || known.required) return EVERY_FIELD;
            return current().fields.get(`${object}.${field}`.toLowerCase()) ?? NO_FIELD;
        },
        custom: () => current().custom
    };
    return { id: userId, grants };

    /** Setup objects and the like have no permissions of their own: everybody reads them. */
    function defaultRights(name: string): ObjectRights {
        return UNGUARDED.test(name) ? { ...NO_OBJECT, read: true } : NO_OBJECT;
    }
}

/** Objects whose access no profile states. */
const UNGUARDED =
    /^(?!(?:Lead|Contact|Account|Opportunity|Campaign|CampaignMember|Task|Event|EmailMessage)$)(?!.*__c$)/i;

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
