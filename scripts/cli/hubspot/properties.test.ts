import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContactProperties } from '../../build/hubspot-properties.ts';
import {
    planProperties,
    retiredOptions,
    type PortalProperties,
    type PortalProperty
} from './properties.ts';

type Options = readonly (readonly [value: string, label: string, hidden?: boolean])[];

function property(options: Options, changes: Partial<PortalProperty> = {}): PortalProperty {
    return {
        name: 'handoff_reason',
        label: 'Handoff reason',
        description: 'Why.',
        groupName: 'handoff',
        type: 'enumeration',
        fieldType: 'select',
        hidden: false,
        options: options.map(([value, label, hidden = false], displayOrder) => ({
            value,
            label,
            displayOrder,
            hidden
        })),
        ...changes
    };
}

function wanted(options: Options): ContactProperties {
    return {
        group: { name: 'handoff', label: 'Handoff' },
        properties: [property(options) as ContactProperties['properties'][number]]
    };
}

function portal(...all: readonly PortalProperty[]): PortalProperties {
    return { group: { label: 'Handoff' }, all };
}

function plan(want: Options, have: PortalProperty, uses = 0): ReturnType<typeof planProperties> {
    return planProperties(wanted(want), portal(have), () => uses);
}

const A = ['a', 'Label A'] as const;
const B = ['b', 'Label B'] as const;

describe('the plan for contact properties', () => {
    it('creates the group and what is missing', () => {
        const { items, changes } = planProperties(wanted([A]), { group: null, all: [] }, () => 0);
        expect(items.map(({ name, change }) => [name, change])).toEqual([
            ['handoff', 'create'],
            ['handoff_reason', 'create']
        ]);
        expect(changes.map((change) => change.do)).toEqual(['createGroup', 'create']);
    });

    it('leaves alone what is as agreed, whatever order numbers HubSpot gives', () => {
        const have = property([A, B]);
        const renumbered = have.options.map((one, index) => ({ ...one, displayOrder: index * 10 }));
        const { items, changes } = plan([A, B], { ...have, options: renumbered });
        expect(items.map(({ change }) => change)).toEqual(['same', 'same']);
        expect(changes).toEqual([]);
    });

    it('hides an option that is no longer agreed and says who bears it, and never removes it', () => {
        const have = property([A, B]);
        expect(retiredOptions(wanted([A]), portal(have))).toEqual([
            { property: 'handoff_reason', value: 'b' }
        ]);
        const { items, changes } = plan([A], have, 12);
        expect(items[1]?.why).toBe(
            'offers b, which is no longer agreed; 12 contacts bear it, so it is hidden'
        );
        expect(changes).toEqual([
            {
                do: 'update',
                name: 'handoff_reason',
                body: {
                    options: [
                        { value: 'a', label: 'Label A', displayOrder: 0, hidden: false },
                        { value: 'b', label: 'Label B', displayOrder: 1, hidden: true }
                    ]
                }
            }
        ]);
    });

    it('tells a hidden option’s label from the one that takes it over', () => {
        const { changes } = plan([['a2', 'Label A']], property([A]));
        expect(JSON.stringify(changes)).toContain('"label":"Label A (a)"');
    });

    it('never writes the description that is the settings', () => {
        const settings = property([], {
            name: 'handoff_settings',
            type: 'string',
            fieldType: 'text',
            hidden: true,
            label: 'Handoff settings',
            description: ''
        });
        const stored = { ...settings, description: '{"score":"my_score"}', label: 'Renamed' };
        const want = { ...wanted([]), properties: [settings as never] };
        const { changes } = planProperties(want, portal(stored), () => 0);
        expect(changes).toEqual([
            { do: 'update', name: 'handoff_settings', body: { label: 'Handoff settings' } }
        ]);
    });

    it.each<[string, Partial<PortalProperty>]>([
        ['of another type', { type: 'string' }],
        ['of another group', { groupName: 'contactinformation' }]
    ])('refuses by name to touch a property %s', (_what, changes) => {
        const made = plan([A], property([A], changes));
        expect(made.items[1]).toMatchObject({ name: 'handoff_reason', change: 'refused' });
        expect(made.changes).toEqual([]);
    });

    it('is empty after it was carried out, whatever stood there', () => {
        const values = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'));
        const labels = fc.constantFrom<string>(
            'Label 1',
            'Label 2',
            'Label 3',
            'Label 4',
            'Label 5'
        );
        const options = values.chain((chosen) =>
            fc
                .uniqueArray(labels, { minLength: chosen.length, maxLength: chosen.length })
                .chain((given) =>
                    fc
                        .array(fc.boolean(), {
                            minLength: chosen.length,
                            maxLength: chosen.length
                        })
                        .map((hidden) =>
                            chosen.map(
                                (value, i) => [value, given[i] ?? '', hidden[i] ?? false] as const
                            )
                        )
                )
        );
        fc.assert(
            fc.property(options, options, (want, have) => {
                const shown = want.map(([value, label]) => [value, label] as const);
                let there = property(have);
                const { changes } = plan(shown, there);
                for (const change of changes) {
                    if (change.do === 'update') there = { ...there, ...change.body };
                }
                const kept = there.options.map(({ value }) => value);
                expect(kept).toEqual(expect.arrayContaining(have.map(([value]) => value)));
                const names = there.options.map(({ label }) => label);
                expect(new Set(names).size).toBe(names.length);
                expect(plan(shown, there).changes).toEqual([]);
            })
        );
    });
});
