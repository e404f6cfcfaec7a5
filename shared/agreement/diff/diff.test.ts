import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alwaysOn, berlin, defaultAgreement } from '../../../test/support/agreement.ts';
import { DEFAULT_AGREEMENT, edit } from '../edited.testkit.ts';
import { parseAgreement } from '../parse.ts';
import type { Agreement } from '../types.ts';
import { agreementDiff, type AgreementChange } from './diff.ts';

const AGREEMENTS = [defaultAgreement(), berlin(), alwaysOn()];

function changes(before: Agreement, after: Agreement): AgreementChange[] {
    return agreementDiff(before, after).flatMap((group) => group.changes);
}

/** What the diff says of an edit of the default agreement. */
function said(...edits: readonly (readonly [string, string])[]): string[] {
    const text = edits.reduce((rest, [from, to]) => edit(rest, from, to), DEFAULT_AGREEMENT);
    const { agreement, issues } = parseAgreement(text);
    expect(issues).toEqual([]);
    return changes(defaultAgreement(), agreement!).map((change) => change.text);
}

describe('the difference of two agreements', () => {
    it('is nothing for one agreement, however it is written', () => {
        for (const agreement of AGREEMENTS) {
            expect(agreementDiff(agreement, agreement)).toEqual([]);
            expect(agreementDiff(agreement, structuredClone(agreement))).toEqual([]);
        }
        expect(said(['# ── When people work', '# When people work'])).toEqual([]);
    });

    it.each<[string, readonly (readonly [string, string])[], readonly string[]]>([
        [
            'a shorter window',
            [
                ['within: PT4H\n', 'within: PT5M\n'],
                ['warn: PT30M', 'warn: PT1M']
            ],
            [
                'The response window “Every other MQL” goes from 4 h to 5 min.',
                'The warning time before the end of the response window “Every other MQL” goes from 30 min to 1 min.'
            ]
        ],
        [
            'reasons that come and one that goes',
            [
                [
                    '    no_authority: { label: No authority, evidence: [{ note: Who decides instead? }] }\n',
                    '    legal: { label: Legal }\n    region: { label: Not our region }\n    merged: { label: Was bought }\n'
                ]
            ],
            [
                '3 reasons added: “Legal”, “Not our region”, “Was bought”; 1 reason removed: “No authority”.'
            ]
        ],
        [
            'a detail, and other words for a reason',
            [
                ['            vendor: { label: Vendor or job seeker }\n', ''],
                ['aliases: [timing, not now]', 'aliases: [timing, later]']
            ],
            [
                'The other names of the reason “No timeline”: “later” added, “not now” removed.',
                '1 detail of the reason “Not a buyer” removed: “Vendor or job seeker”.'
            ]
        ],
        [
            'other hours and holidays',
            [
                ['            fri: [09:00-17:00]', '            fri: [09:00-12:00, 13:00-15:00]'],
                ['            mon: [09:00-17:00]\n', ''],
                ['2026-12-24, ', '']
            ],
            [
                'Monday in the calendar “office” goes from 09:00-17:00 to closed.',
                'Friday in the calendar “office” goes from 09:00-17:00 to 09:00-12:00, 13:00-15:00.',
                'The closed days of the calendar “office”: 2026-12-24 removed.'
            ]
        ],
        [
            'a wider ICP and another threshold',
            [
                [
                    'label: Company size 50–500, field: employees, between: [50, 500]',
                    'label: Company size 50–500, field: employees, atLeast: 20'
                ],
                ['threshold: 60', 'threshold: 55']
            ],
            [
                'The ICP’s line “Company size 50–500” goes from 50–500 to at least 20.',
                'The threshold of the score goes from 60 to 55.'
            ]
        ],
        [
            'targets in percent, and alarms',
            [
                ['        target: 0.7\n', '        target: 0.75\n'],
                [
                    '{ metric: acceptance, below: 0.6,',
                    '{ metric: acceptance, below: 0.65, months: 2,'
                ]
            ],
            [
                'The target of the metric “Acceptance rate” goes from 70% to 75%.',
                'The lower bound of the alarm “Review the ICP” goes from 60% to 65%.',
                'The number of months in a row of the alarm “Review the ICP” goes from 1 to 2.'
            ]
        ],
        [
            'a new name for a rule, once',
            [['label: Asked for a demo,', 'label: Wants a demo,']],
            [
                'The label of the engagement rule “Asked for a demo” goes from “Asked for a demo” to “Wants a demo”.'
            ]
        ],
        [
            'what the CRMs keep of a decision',
            [
                [
                    '            salesforce: { Lead: Working - Contacted }',
                    '            salesforce: { Lead: Working }'
                ]
            ],
            [
                'The Salesforce value for leads of the decision “Accepted” goes from “Working - Contacted” to “Working”.'
            ]
        ],
        [
            'what is agreed no more',
            [['    planned: { atLeast: 8, within: P21D }\n', '']],
            [
                'The number of planned attempts is no longer agreed; it was 8.',
                'The time of the planned attempts is no longer agreed; it was 21 days.'
            ]
        ]
    ])('says %s', (_name, edits, sentences) => {
        expect(said(...edits)).toEqual(sentences);
    });

    it('says when windows are tried in another order', () => {
        const { windows } = defaultAgreement();
        const [change] = changes(
            defaultAgreement(),
            defaultAgreement({ windows: [...windows].reverse() })
        );
        expect(change).toMatchObject({ kind: 'order', path: 'windows' });
        expect(change?.text).toContain('another order');
    });

    it('groups by subject, in the order of the agreement', () => {
        const groups = agreementDiff(defaultAgreement(), berlin()).map(({ title }) => title);
        expect(groups).toEqual([
            'Document',
            'Working hours',
            'Fields and sources',
            'Stages',
            'Signals',
            'ICP',
            'Score',
            'MQL',
            'Response',
            'Decisions',
            'Reasons',
            'Metrics and alarms',
            'Upkeep'
        ]);
    });
});

describe('whatever is changed', () => {
    const places = AGREEMENTS.flatMap((agreement) =>
        leaves(agreement)
            .filter(([first]) => first !== 'hash')
            .map((path) => ({ agreement, path }))
    );

    it('is said, at a place that leads there', () => {
        fc.assert(
            fc.property(fc.constantFrom(...places), ({ agreement, path }) => {
                const changed = structuredClone(agreement);
                alter(changed, path);
                const found = changes(agreement, changed);
                expect(found.length, path.join('.')).toBeGreaterThan(0);
                for (const change of found) {
                    expect(change.path.split(/[.[]/)[0]).toBe(path[0]);
                    expect(change.text).toMatch(/^\S.*\.$/s);
                    expect(change.text).not.toMatch(/undefined|null|\[object|NaN|\{\d/);
                }
            }),
            { numRuns: 3000 }
        );
    });

    it('is said the other way round when it is undone', () => {
        fc.assert(
            fc.property(fc.constantFrom(...places), ({ agreement, path }) => {
                const changed = structuredClone(agreement);
                alter(changed, path);
                expect(changes(changed, agreement)).toHaveLength(
                    changes(agreement, changed).length
                );
            })
        );
    });
});

type Tree = { [key: string]: unknown };

function leaves(value: unknown, path: readonly string[] = []): string[][] {
    if (typeof value !== 'object' || value === null) return [[...path]];
    return Object.keys(value).flatMap((key) => leaves((value as Tree)[key], [...path, key]));
}

function alter(tree: object, path: readonly string[]): void {
    const parent = path.slice(0, -1).reduce<Tree>((part, key) => part[key] as Tree, tree as Tree);
    const key = path[path.length - 1]!;
    const value = parent[key];
    parent[key] =
        typeof value === 'number'
            ? value + 1
            : typeof value === 'boolean'
              ? !value
              : value === null
                ? 'Something'
                : `${value as string} else`;
}
