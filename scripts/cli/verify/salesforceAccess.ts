/** Who may use the package, and whether the connector's own writes are told apart. */
import { CliError } from '../output/errors.ts';
import { count } from '../output/text.ts';
import { roles } from '../salesforce/assign.ts';
import { quoted, type Api, type Row } from '../salesforce/api.ts';
import type { Component } from '../salesforce/components.ts';
import type { Line } from './lines.ts';
import { salesforceLine } from './salesforceLine.ts';

interface Holder extends Row {
    readonly PermissionSet: { readonly Name: string };
    readonly Assignee: { readonly Username: string; readonly IsActive: boolean };
}
/** Without these the panel is nobody's. */
const NEEDED = ['Handoff_Rep'];
const FILTER = 'Handoff_Marketing_Sync';

export async function accessLines({ query }: Api, ours: Iterable<Component>): Promise<Line[]> {
    const sets = [...roles(ours).values()];
    const holders = await query<Holder>(
        'SELECT PermissionSet.Name, Assignee.Username, Assignee.IsActive FROM PermissionSetAssignment ' +
            `WHERE PermissionSet.Name IN (${sets.map(quoted).join(', ')})`
    );
    return sets.map((set) => {
        const active = holders.filter(
            ({ PermissionSet, Assignee }) => PermissionSet.Name === set && Assignee.IsActive
        );
        const isLacking = active.length === 0 && NEEDED.includes(set);
        const why = active.length > 0 ? count(active.length, 'active user') : 'nobody has it';
        const mend = `: npx handoff deploy salesforce --assign ${set.replace(/^Handoff_/, '').toLowerCase()}=…`;
        return isLacking
            ? salesforceLine('assignment', set, 'drift', why + mend)
            : salesforceLine('assignment', set, 'told', why);
    });
}

/** HubSpot's connector writes Tasks of what marketing did: unless its user is known, they answer for reps. */
export async function connectorLine(api: Api): Promise<Line> {
    const line = (state: Line['state'], why: string): Line =>
        salesforceLine('connector filter', FILTER, state, why);
    const users = await filteredUsers(api);
    if (users.length > 0) return line('agreed', users.join(', '));
    try {
        const installed = await api.toolingQuery<
            Row & { SubscriberPackage: { Name: string } | null }
        >('SELECT SubscriberPackage.Name FROM InstalledSubscriberPackage');
        const names = installed.flatMap(({ SubscriberPackage }) => SubscriberPackage?.Name ?? []);
        const connector = names.find((name) => /hubspot/i.test(name));
        return connector === undefined
            ? line('told', 'no HubSpot connector is installed, so none has to be filtered')
            : line(
                  'drift',
                  `${connector} is installed, and its user has no Handoff_Integration: its own Tasks count as answers. npx handoff deploy salesforce --assign integration=USERNAME`
              );
    } catch (error) {
        if (!(error instanceof CliError)) throw error;
        return line(
            'unseen',
            'this user may not see which packages are installed, and nobody has it'
        );
    }
}

/** The active users who have the custom permission, by whatever permission set. */
async function filteredUsers({ query }: Api): Promise<string[]> {
    const permissions = await query<Row & { Id: string }>(
        `SELECT Id FROM CustomPermission WHERE DeveloperName = ${quoted(FILTER)}`
    );
    if (permissions.length === 0) return [];
    const access = await query<Row & { ParentId: string }>(
        'SELECT ParentId FROM SetupEntityAccess ' +
            `WHERE SetupEntityId IN (${permissions.map(({ Id }) => quoted(Id)).join(', ')})`
    );
    if (access.length === 0) return [];
    const holders = await query<Holder>(
        'SELECT Assignee.Username, Assignee.IsActive FROM PermissionSetAssignment ' +
            `WHERE PermissionSetId IN (${access.map(({ ParentId }) => quoted(ParentId)).join(', ')})`
    );
    const active = holders.filter(({ Assignee }) => Assignee.IsActive);
    return [...new Set(active.map(({ Assignee }) => Assignee.Username))];
}
