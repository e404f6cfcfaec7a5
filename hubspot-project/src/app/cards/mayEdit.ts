const ABOUT_CONTACTS = /contact|crm/i;
const TO_EDIT = /edit|write|update|manage|all/i;

/**
 * Whether HubSpot shows the user as one who may edit contacts. Its list of permissions has named
 * one so far, `integrations-management-write`, which says nothing of contacts: a list that is
 * silent about them leaves the user allowed, for it would else lock everybody out; one that
 * speaks of them must name the right to edit.
 */
export function mayEdit({ permissions }: { readonly permissions?: readonly string[] }): boolean {
    const named = (permissions ?? []).filter((permission) => ABOUT_CONTACTS.test(permission));
    return named.length === 0 || named.some((permission) => TO_EDIT.test(permission));
}
