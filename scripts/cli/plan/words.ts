import type { Style } from '../output/style.ts';
import { table } from '../output/table.ts';
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
    const rows = ORDER.flatMap((change) => listed.filter((item) => item.change === change)).map(
        (item) => row(item, style)
    );
    const title = `${style.bold(TARGETS[target])}: ${planSummary(plan)}`;
    if (isEmpty(plan) && rows.length === 0) {
        return `${title}\n  Nothing to do: ${count(plan.length, 'item')} as agreed.`;
    }
    const body = table([{ head: '' }, { head: 'What' }, { head: 'Name' }, { head: 'Why' }], rows, {
        width: width - 2,
        style
    });
    return `${title}\n${body.replace(/^/gm, '  ')}`;
}

function row({ change, what, name, why }: PlanItem, style: Style): readonly string[] {
    const { sign, verb, paint } = CHANGES[change];
    return [style[paint](`${sign} ${verb}`), what, name, why ?? ''];
}
