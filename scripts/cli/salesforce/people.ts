/** Who is meant by a username, or by a public group with the groups and roles in it. */
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { quoted, type Api, type Row } from './api.ts';

export interface Person extends Row {
    readonly Id: string;
    readonly Username: string;
    readonly IsActive: boolean;
}
interface Group extends Row {
    readonly Id: string;
    readonly Type: string;
    /** The role of a group that stands for one. */
    readonly RelatedId: string | null;
}
interface Role extends Row {
    readonly Id: string;
    readonly ParentRoleId: string | null;
}

const PERSON = 'SELECT Id, Username, IsActive FROM User WHERE';

/** @throws CliError when the org knows neither such a user nor such a public group */
export async function peopleNamed(api: Api, name: string): Promise<Person[]> {
    if (name.includes('@')) {
        const users = await api.query<Person>(`${PERSON} Username = ${quoted(name)}`);
        return users.length > 0 ? users : unknown('user', name);
    }
    const groups = await api.query<Group>(
        'SELECT Id, Type, RelatedId FROM Group ' +
            `WHERE Type = 'Regular' AND (DeveloperName = ${quoted(name)} OR Name = ${quoted(name)})`
    );
    if (groups.length === 0) return unknown('public group', name);
    const ids = await membersOf(api, groups);
    return ids.length === 0 ? [] : api.query<Person>(`${PERSON} Id IN (${list(ids)})`);
}

/** The users of groups, of the groups in them, and of the roles that a group stands for. */
async function membersOf(api: Api, start: readonly Group[]): Promise<string[]> {
    const users = new Set<string>();
    const seen = new Set<string>();
    for (let groups = start; groups.length > 0;) {
        for (const { Id } of groups) seen.add(Id);
        for (const id of await usersInRoles(api, groups)) users.add(id);
        const rows = await api.query<{ UserOrGroupId: string }>(
            `SELECT UserOrGroupId FROM GroupMember WHERE GroupId IN (${list(groups.map(({ Id }) => Id))})`
        );
        const ids = rows.map(({ UserOrGroupId }) => UserOrGroupId);
        for (const id of ids.filter((one) => one.startsWith('005'))) users.add(id);
        const inner = ids.filter((one) => !one.startsWith('005') && !seen.has(one));
        groups =
            inner.length === 0
                ? []
                : await api.query<Group>(
                      `SELECT Id, Type, RelatedId FROM Group WHERE Id IN (${list(inner)})`
                  );
    }
    return [...users];
}

async function usersInRoles(api: Api, groups: readonly Group[]): Promise<string[]> {
    const standing = groups.filter(({ Type }) => /^Role/.test(Type));
    const roles = new Set(standing.flatMap(({ RelatedId }) => RelatedId ?? []));
    if (roles.size === 0) return [];
    const withSubordinates = standing.filter(({ Type }) => Type !== 'Role');
    if (withSubordinates.length > 0) {
        const all = await api.query<Role>('SELECT Id, ParentRoleId FROM UserRole');
        const below = new Set(withSubordinates.flatMap(({ RelatedId }) => RelatedId ?? []));
        for (let before = -1; before !== below.size;) {
            before = below.size;
            for (const { Id, ParentRoleId } of all) {
                if (ParentRoleId !== null && below.has(ParentRoleId)) below.add(Id);
            }
        }
        for (const id of below) roles.add(id);
    }
    const users = await api.query<{ Id: string }>(
        `SELECT Id FROM User WHERE UserRoleId IN (${list([...roles])})`
    );
    return users.map(({ Id }) => Id);
}

function list(ids: readonly string[]): string {
    return ids.map(quoted).join(', ');
}

function unknown(what: string, name: string): never {
    throw new CliError(EXIT.usage, {
        code: 'salesforce.nobody_named',
        message: `The org has no ${what} named ${name}.`,
        mend: 'Give a username (it has an @), or a public group’s name: Setup, Public Groups lists them.'
    });
}
