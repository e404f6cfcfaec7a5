import type { Style } from '../output/style.ts';
import { reasonTable } from '../output/table.ts';
import { count } from '../output/text.ts';
import { isEmpty, type Change, type Plan, type PlanItem, type Target } from './plan.ts';

const TARGETS: { readonly [target in Target]: string } = {
    salesforce: 'Salesforce',
    hubspot: 'HubSpot'
};

const CHANGES: {
    readonly [change in Change]: {
        readonly sign: string;
        readonly verb: string;
        readonly total: string;
        readonly paint: keyof Style;
    };
} = {
    create: { sign: '+', verb: 'create', total: 'to create', paint: 'good' },
    update: { sign: '~', verb: 'change', total: 'to change', paint: 'warn' },
    remove: { sign: '-', verb: 'remove', total: 'to remove', paint: 'bad' },
    refused: { sign: '!', verb: 'refused', total: 'refused', paint: 'bad' },
    same: { sign: '=', verb: 'same', total: 'the same', paint: 'dim' }
};
const ORDER = Object.keys(CHANGES) as Change[];

interface Look {
    readonly style: Style;
    readonly width: number;
    /** Whether what stays the same is listed too. */
    readonly isVerbose: boolean;
}

/** "3 to create, 1 to change, 120 the same" */
export function planSummary(plan: Plan): string {
    const totals = ORDER.map((change) => [change, plan.filter((item) => item.change === change)])
        .filter(([, items]) => items?.length !== 0)
        .map(([change, items]) => `${items?.length ?? 0} ${CHANGES[change as Change].total}`);
    return totals.length === 0 ? 'nothing' : totals.join(', ');
}

/** The plan as people read it before they agree: by target and kind, what changes, and a total. */
export function planText(plan: Plan, look: Look): string {
    const targets = [...new Set(plan.map(({ target }) => target))];
    return targets
        .map((target) =>
            targetText(
                target,
                plan.filter((item) => item.target === target),
                look
            )
        )
        .join('\n\n');
}

function targetText(target: Target, plan: Plan, { style, width, isVerbose }: Look): string {
    const listed = plan.filter(({ change }) => isVerbose || change !== 'same');
    const rows = ORDER.flatMap((change) =>
        isVerbose ? listed.filter((item) => item.change === change) : gathered(listed, change)
    ).map((item) => row(item, style));
    const title = `${style.bold(TARGETS[target])}: ${planSummary(plan)}`;
    if (isEmpty(plan) && rows.length === 0) {
        return `${title}\n  Nothing to do: ${count(plan.length, 'item')} as agreed.`;
    }
    const body = reasonTable(rows, { width: width - 2, style });
    return `${title}\n${body.replace(/^/gm, '  ')}`;
}

/** Items of one kind that nothing is to be said about are told as one when they are many. */
const MANY = 6;

function gathered(plan: Plan, change: Change): Plan {
    const items = plan.filter((item) => item.change === change);
    const many = new Map<string, PlanItem[]>();
    for (const item of items.filter(({ why }) => why === null)) {
        many.set(item.what, [...(many.get(item.what) ?? []), item]);
    }
    return items.flatMap((item) => {
        const alike = item.why === null ? (many.get(item.what) ?? []) : [];
        if (alike.length <= MANY) return [item];
        const [shortest = item] = alike.toSorted((a, b) => a.name.length - b.name.length);
        const name = `${alike.length}, such as ${shortest.name}`;
        return item === alike[0] ? [{ ...item, name }] : [];
    });
}

function row(
    { change, what, name, why }: PlanItem,
    style: Style
): [string, string, string, string] {
    const { sign, verb, paint } = CHANGES[change];
    return [style[paint](`${sign} ${verb}`), what, name, why ?? ''];
}
