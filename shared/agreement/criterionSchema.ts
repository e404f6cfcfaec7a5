/** The shape of criteria: what a fact must be, and what somebody must have done. */
import * as v from 'valibot';
import { duration, flag, map, number, section, someOf, text, wholeFrom } from './shape.ts';
import type { Loose } from './shape.ts';

export const OPERATORS = ['between', 'atLeast', 'atMost', 'in', 'contains', 'is', 'known'] as const;

/** A criterion as written: `field` with one operator, or `any`, or `all`. */
export interface WrittenCriterion {
    readonly label?: string | undefined;
    readonly field?: string | undefined;
    readonly between?: readonly [number, number] | undefined;
    readonly atLeast?: number | undefined;
    readonly atMost?: number | undefined;
    readonly in?: readonly string[] | undefined;
    readonly contains?: readonly string[] | undefined;
    readonly is?: string | number | boolean | undefined;
    readonly known?: boolean | undefined;
    readonly any?: readonly WrittenCriterion[] | undefined;
    readonly all?: readonly WrittenCriterion[] | undefined;
}

const factEntries = {
    field: text,
    between: v.optional(
        v.pipe(
            v.array(number, 'must be two numbers, such as [50, 500]'),
            v.length(2, 'must be two numbers, such as [50, 500]')
        )
    ),
    atLeast: v.optional(number),
    atMost: v.optional(number),
    in: v.optional(someOf(text)),
    contains: v.optional(someOf(text)),
    is: v.optional(
        v.union([v.string(), number, v.boolean()], 'must be a text, a number, true or false')
    ),
    known: v.optional(flag)
};

const oneOperator = v.rawCheck<Loose>(({ dataset, addIssue }) => {
    const value = dataset.value as Loose | null;
    if (typeof value !== 'object' || value === null) return;
    const given = OPERATORS.filter((operator) => value[operator] !== undefined);
    if (given.length === 1) return;
    const message =
        given.length === 0
            ? `a criterion on a field needs one of: ${OPERATORS.join(', ')}`
            : `a criterion takes one test, not ${given.join(' and ')}; use two criteria, or \`all:\``;
    addIssue({ expected: 'criterion.operator', message });
});

export function hasKey(input: unknown, key: string): boolean {
    return typeof input === 'object' && input !== null && key in input;
}

function criterionWith(extra: v.ObjectEntries, input: unknown): v.GenericSchema {
    for (const group of ['any', 'all']) {
        if (hasKey(input, group)) return map({ ...extra, [group]: someOf(nestedCriterion) });
    }
    return v.pipe(
        map({ ...extra, ...factEntries }) as v.GenericSchema<unknown, Loose>,
        oneOperator
    );
}

/** Inside `any` and `all` a label is not needed. */
const nestedCriterion: v.GenericSchema<unknown, WrittenCriterion> = section(
    'criterion',
    v.lazy(
        (input) =>
            criterionWith({ label: v.optional(text) }, input) as v.GenericSchema<
                unknown,
                WrittenCriterion
            >
    )
);

/** A line of the ICP. */
export const criterion = section(
    'criterion',
    v.lazy(
        (input) =>
            criterionWith({ label: text }, input) as v.GenericSchema<unknown, WrittenCriterion>
    )
);

const behaviour = {
    signal: text,
    atLeast: v.optional(wholeFrom(1)),
    within: v.nullish(duration('time'))
};
export const signalCriterion = section(
    'signal criterion',
    map({ label: v.optional(text), ...behaviour })
);

export interface WrittenRule extends Omit<WrittenCriterion, 'label'> {
    readonly label: string;
    readonly points: number;
    readonly signal?: string | undefined;
    readonly within?: string | null | undefined;
}

/** A rule of the score: a criterion on facts, or on a signal, with points. */
export const rule = section(
    'score rule',
    v.lazy((input) => {
        const scored = { label: text, points: number };
        const schema = hasKey(input, 'signal')
            ? map({ ...scored, ...behaviour })
            : criterionWith(scored, input);
        return schema as v.GenericSchema<unknown, WrittenRule>;
    })
);
