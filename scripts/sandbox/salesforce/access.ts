import type { Grants } from './grants.ts';
import { grantsOf } from './grants.ts';
import type { Schema } from './schema.ts';
import type { Store } from './store.ts';

/** What a user is kept from; all else is allowed. Fields are written `Lead.AnnualRevenue`. */
export interface Permissions {
    readonly hiddenObjects?: readonly string[];
    readonly hiddenFields?: readonly string[];
    readonly readOnlyObjects?: readonly string[];
    readonly readOnlyFields?: readonly string[];
}

export interface SandboxUser {
    readonly id: string;
    readonly permissions?: Permissions;
    /** Custom permissions are granted one by one. */
    readonly customPermissions?: readonly string[];
    /** What profile and permission sets give, of a user who has a record: grants.ts. Absent: everything. */
    readonly grants?: Grants;
}

/**
 * A user as the org's rows know them: their profile and permission sets say what they may do, and follow
 * the rows from then on.
 */
export function sandboxUserOf(
    userId: string,
    { store, program }: { readonly store: Store; readonly program: { readonly schema: Schema } }
): SandboxUser {
    return { id: userId, grants: grantsOf(userId, { store, schema: program.schema }) };
}

export function mayReadObject(user: SandboxUser, object: string): boolean {
    return (
        !lists(user.permissions?.hiddenObjects, object) &&
        (user.grants?.object(object).read ?? true)
    );
}

export function mayReadField(user: SandboxUser, object: string, field: string): boolean {
    return (
        !lists(user.permissions?.hiddenFields, `${object}.${field}`) &&
        (user.grants?.field(object, field).read ?? true)
    );
}

/** Who may not read may not edit either. */
export function mayEditObject(user: SandboxUser, object: string): boolean {
    return mayWrite(user, object) && (user.grants?.object(object).edit ?? true);
}

export function mayCreateObject(user: SandboxUser, object: string): boolean {
    return mayWrite(user, object) && (user.grants?.object(object).create ?? true);
}

export function mayDeleteObject(user: SandboxUser, object: string): boolean {
    return mayWrite(user, object) && (user.grants?.object(object).delete ?? true);
}

export function mayEditField(user: SandboxUser, object: string, field: string): boolean {
    return (
        mayReadField(user, object, field) &&
        !lists(user.permissions?.readOnlyFields, `${object}.${field}`) &&
        (user.grants?.field(object, field).edit ?? true)
    );
}

/** API names of the custom permissions that a user holds. */
export function customPermissionsOf(user: SandboxUser): readonly string[] {
    return [...(user.customPermissions ?? []), ...(user.grants?.custom() ?? [])];
}

export function hasCustomPermission(user: SandboxUser, name: string): boolean {
    return lists(customPermissionsOf(user), name);
}

function mayWrite(user: SandboxUser, object: string): boolean {
    return mayReadObject(user, object) && !lists(user.permissions?.readOnlyObjects, object);
}

function lists(names: readonly string[] | undefined, name: string): boolean {
    return names?.some((one) => one.toLowerCase() === name.toLowerCase()) ?? false;
}
