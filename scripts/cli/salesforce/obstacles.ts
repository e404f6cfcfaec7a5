/** What would make Salesforce refuse the package, found before anything is changed. */
import type { Problem } from '../output/errors.ts';
import { count } from '../output/text.ts';
import { quoted, type Api, type Row } from './api.ts';
import { textOf, type Component } from './components.ts';

/** Fields of an object whose history an org keeps, unless it bought Field Audit Trail. */
const SLOTS = 20;
const STANDARD = /^([A-Za-z]+)\./;

/** The history slots that the package needs and the org hasn't free. */
export async function historyObstacles(
    api: Api,
    ours: ReadonlyMap<string, Component>
): Promise<Problem[]> {
    const wanted = trackedFields(ours);
    const found = await Promise.all(
        [...wanted].map(async ([object, fields]) => {
            const tracked = await trackedIn(api, object);
            const needed = fields.filter((field) => !tracked.includes(field));
            return slotProblem(object, tracked, needed);
        })
    );
    const problems = found.flatMap((problem) => problem ?? []);
    return problems.map((problem, i) =>
        i < problems.length - 1 ? problem : { ...problem, mend: `${problem.mend}\n${OR_WITHOUT}` }
    );
}

const OR_WITHOUT =
    'Or deploy with --no-history-tracking: Salesforce then keeps no history of our decision fields.';

/** By object of Salesforce's own: the fields of ours whose history is to be kept. */
function trackedFields(ours: ReadonlyMap<string, Component>): Map<string, string[]> {
    const tracked = new Map<string, string[]>();
    for (const { type, fullName, content } of ours.values()) {
        const object = STANDARD.exec(fullName)?.[1];
        if (type !== 'CustomField' || object === undefined) continue;
        if (content === null || typeof content === 'string') continue;
        if (textOf(content['trackHistory']) !== 'true') continue;
        tracked.set(object, [...(tracked.get(object) ?? []), fullName.slice(object.length + 1)]);
    }
    return tracked;
}

async function trackedIn({ toolingQuery }: Api, object: string): Promise<string[]> {
    const rows = await toolingQuery<Row & { QualifiedApiName: string }>(
        'SELECT QualifiedApiName FROM FieldDefinition ' +
            `WHERE EntityDefinition.QualifiedApiName = ${quoted(object)} AND IsFieldHistoryTracked = true`
    );
    return rows.map(({ QualifiedApiName }) => QualifiedApiName);
}

function slotProblem(
    object: string,
    tracked: readonly string[],
    needed: readonly string[]
): Problem | null {
    const free = SLOTS - tracked.length;
    // More than the usual limit are tracked already: the org has a higher one, which nothing tells.
    if (needed.length <= free || free < 0) return null;
    const short = needed.length - free;
    return {
        code: 'salesforce.history_slots',
        message: `${object}: ${tracked.length} of ${SLOTS} fields with history tracking are taken, ${free} free, ${needed.length} needed.`,
        where: `tracked now: ${tracked.toSorted().join(', ')}`,
        mend: `Untrack ${count(short, 'field')}: Setup, Object Manager, ${object}, Fields & Relationships, Set History Tracking`
    };
}

/** Dashboards that run as whoever looks at them, by edition. */
const DYNAMIC: { readonly [edition: string]: number } = {
    'Enterprise Edition': 5,
    'Developer Edition': 3,
    'Unlimited Edition': 10,
    'Performance Edition': 10
};

/** A note when the org has no dynamic dashboard left; the second deployment would be refused. */
export async function dashboardNotes(
    { query }: Api,
    ours: ReadonlyMap<string, Component>,
    there: ReadonlySet<string>,
    edition: string
): Promise<string[]> {
    const most = DYNAMIC[edition];
    const needed = [...ours].filter(
        ([key, { type, content }]) =>
            type === 'Dashboard' &&
            !there.has(key) &&
            typeof content === 'object' &&
            textOf(content?.['dashboardType']) === 'LoggedInUser'
    ).length;
    if (most === undefined || needed === 0) return [];
    const taken = (await query("SELECT Id FROM Dashboard WHERE Type = 'LoggedInUser'")).length;
    if (taken + needed <= most) return [];
    return [
        `All ${most} dynamic dashboards of the org’s edition are taken (${taken}), and ours needs one: the second deployment will be refused until one is deleted or is given a fixed running user.`
    ];
}
