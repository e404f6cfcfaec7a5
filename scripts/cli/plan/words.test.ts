import { describe, expect, it } from 'vitest';
import { styleFor } from '../output/style.ts';
import { widthOf } from '../output/text.ts';
import { isEmpty, type Change, type PlanItem } from './plan.ts';
import { planSummary, planText } from './words.ts';

const LOOK = { style: styleFor(false), width: 80, isVerbose: false };

function item(change: Change, name: string, why: string | null = null): PlanItem {
    return { target: 'hubspot', what: 'contact property', name, change, why };
}

const PLAN = [
    item('same', 'handoff_note'),
    item(
        'update',
        'handoff_reason',
        'the option “no_budget” is new and “no_money” goes, which 12 people bear'
    ),
    item('create', 'handoff_decision'),
    {
        ...item('refused', 'Handoff_Reason', 'locked'),
        target: 'salesforce',
        what: 'value set'
    } as const
];

describe('a plan in words', () => {
    it('lists what changes, by target, and only counts what stays', () => {
        expect(planText(PLAN, LOOK)).toBe(
            [
                'HubSpot: 1 to create, 1 to change, 1 the same',
                '            What              Name              Why',
                '  + create  contact property  handoff_decision',
                '  ~ change  contact property  handoff_reason    the option “no_budget” is new',
                '                                                and “no_money” goes, which 12',
                '                                                people bear',
                '',
                'Salesforce: 1 refused',
                '             What       Name            Why',
                '  ! refused  value set  Handoff_Reason  locked'
            ].join('\n')
        );
    });

    it('lists everything when asked to, within the width', () => {
        const text = planText(PLAN, { ...LOOK, isVerbose: true });
        expect(text).toContain('= same');
        expect(Math.max(...text.split('\n').map(widthOf))).toBeLessThanOrEqual(80);
    });

    it('says when there is nothing to do', () => {
        const plan = [item('same', 'handoff_note'), item('same', 'handoff_reason')];
        expect(planText(plan, LOOK)).toBe(
            'HubSpot: 2 the same\n  Nothing to do: 2 items as agreed.'
        );
        expect(isEmpty(plan)).toBe(true);
        expect(isEmpty(PLAN)).toBe(false);
        expect(planSummary([])).toBe('nothing');
    });
});
