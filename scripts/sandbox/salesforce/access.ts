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
}

export function mayReadObject(user: SandboxUser, object: string): boolean {
    return !lists(user.permissions?.hiddenObjects, object);
}

export function mayReadField(user: SandboxUser, object: string, field: string): boolean {
    return !lists(user.permissions?.hiddenFields, `${object}.${field}`);
}

/** Who may not read may not edit either. */
export function mayEditObject(user: SandboxUser, object: string): boolean {
    return mayReadObject(user, object) && !lists(user.permissions?.readOnlyObjects, object);
}

export function mayEditField(user: SandboxUser, object: string, field: string): boolean {
    return (
        mayReadField(user, object, field) &&
        !lists(user.permissions?.readOnlyFields, `${object}.${field}`)
    );
}

function lists(names: readonly string[] | undefined, name: string): boolean {
    return names?.some((one) => one.toLowerCase() === name.toLowerCase()) ?? false;
}
