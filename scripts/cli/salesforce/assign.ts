/** Who gets which permission set: without one nobody sees the fields. */
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { count } from '../output/text.ts';
import type { PlanItem } from '../plan/plan.ts';
import { quoted, type Api, type Row } from './api.ts';
import type { Component } from './components.ts';
import { peopleNamed, type Person } from './people.ts';

/** `rep=Sales_EMEA` */
export interface Wish {
    readonly permissionSet: string;
    readonly people: readonly string[];
}
export interface Assignment {
    readonly permissionSet: string;
    readonly person: Person;
    readonly isThere: boolean;
}

/** The short names of the package's permission sets: `rep` of Handoff_Rep. */
export function roles(components: Iterable<Component>): Map<string, string> {
    const sets = [...components].filter(({ type }) => type === 'PermissionSet');
    return new Map(
        sets.map(({ fullName }) => [fullName.replace(/^Handoff_/, '').toLowerCase(), fullName])
    );
}

/** @throws CliError for a role that the package has not */
export function wishesOf(given: readonly string[], known: ReadonlyMap<string, string>): Wish[] {
    return given.map((text) => {
        const [, role = '', names = ''] = /^(\w+)=(.+)$/.exec(text) ?? [];
        const permissionSet = known.get(role.toLowerCase());
        const people = names.split(',').map((name) => name.trim());
        if (permissionSet !== undefined && people.every((name) => name !== '')) {
            return { permissionSet, people };
        }
        throw new CliError(EXIT.usage, {
            code: 'salesforce.bad_assign',
            message: `--assign ${text} cannot be used: it has to be ROLE=NAMES, with one of ${[...known.keys()].join(', ')}.`,
            mend: '--assign rep=Sales_EMEA --assign admin=ann@acme.com,bob@acme.com'
        });
    });
}

/** Looks up who is meant, and who has it already. */
export async function assignmentsFor(api: Api, wishes: readonly Wish[]): Promise<Assignment[]> {
    const found: Assignment[] = [];
    for (const { permissionSet, people } of wishes) {
        const named = (await Promise.all(people.map((name) => peopleNamed(api, name)))).flat();
        const holders = await holdersOf(api, permissionSet);
        for (const person of new Map(named.map((one) => [one.Id, one])).values()) {
            found.push({ permissionSet, person, isThere: holders.has(person.Id) });
        }
    }
    return found;
}

async function holdersOf({ query }: Api, permissionSet: string): Promise<Set<string>> {
    const rows = await query<{ AssigneeId: string }>(
        `SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name = ${quoted(permissionSet)}`
    );
    return new Set(rows.map(({ AssigneeId }) => AssigneeId));
}

export function planAssignments(assignments: readonly Assignment[]): PlanItem[] {
    return assignments.map(({ permissionSet, person: { Username, IsActive }, isThere }) => {
        const what = 'assignment';
        const item = {
            target: 'salesforce',
            what,
            name: `${permissionSet} to ${Username}`
        } as const;
        if (!IsActive) return { ...item, change: 'refused', why: 'this user is not active' };
        return { ...item, change: isThere ? 'same' : 'create', why: null };
    });
}

interface Saved {
    readonly success: boolean;
    readonly errors: readonly { readonly statusCode: string; readonly message: string }[];
}
const MOST_AT_ONCE = 200;

/** Assigns what is not there. @throws CliError that names whom it could not be given */
export async function assign(api: Api, assignments: readonly Assignment[]): Promise<string> {
    const lacking = assignments.filter(({ isThere, person }) => !isThere && person.IsActive);
    const ids = await permissionSetIds(api, lacking);
    const problems: string[] = [];
    for (let at = 0; at < lacking.length; at += MOST_AT_ONCE) {
        const some = lacking.slice(at, at + MOST_AT_ONCE);
        const saved = await api.post<Saved[]>('/composite/sobjects', {
            allOrNone: false,
            records: some.map(({ permissionSet, person }) => ({
                attributes: { type: 'PermissionSetAssignment' },
                AssigneeId: person.Id,
                PermissionSetId: ids.get(permissionSet)
            }))
        });
        saved.forEach(({ success, errors }, i) => {
            const [error] = errors;
            // Somebody else was faster: it is there, which is what was wanted.
            if (success || error === undefined || error.statusCode === 'DUPLICATE_VALUE') return;
            problems.push(
                `${some[i]?.permissionSet} to ${some[i]?.person.Username}: ${error.message}`
            );
        });
    }
    if (problems.length === 0) return count(lacking.length, 'person', 'people');
    throw new CliError(EXIT.remote, {
        code: 'salesforce.not_assigned',
        message: 'Some people were not given their permission set.',
        where: problems.join('\n'),
        mend: 'Look whether their licence allows it (Setup, Users), then run the same command again.'
    });
}

async function permissionSetIds(
    { query }: Api,
    wanted: readonly Assignment[]
): Promise<Map<string, string>> {
    const names = [...new Set(wanted.map(({ permissionSet }) => permissionSet))];
    if (names.length === 0) return new Map();
    const rows = await query<Row & { Id: string; Name: string }>(
        `SELECT Id, Name FROM PermissionSet WHERE Name IN (${names.map(quoted).join(', ')})`
    );
    return new Map(rows.map(({ Id, Name }) => [Name, Id]));
}
