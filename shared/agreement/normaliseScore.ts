import { OPERATORS } from './criterionSchema.ts';
import type { WrittenCriterion, WrittenRule } from './criterionSchema.ts';
import { listed, timeOrNull } from './fill.ts';
import type { Written } from './schema.ts';
import type { Criterion, ScoreDimension, ScoreRule, SignalCriterion, Test } from './types.ts';

export type WrittenSignalCriterion = NonNullable<Written['windows'][number]['when']>[number];

/**
 * A criterion with its test in one place.
 *
 * @param around the label of the criterion that this one stands in
 */
export function criterionOf(criterion: WrittenCriterion, around: string): Criterion {
    const label = criterion.label ?? around;
    const nested = (list: readonly WrittenCriterion[]): Criterion[] =>
        list.map((inner) => criterionOf(inner, label));
    if (criterion.any) return { label, any: nested(criterion.any) };
    if (criterion.all) return { label, all: nested(criterion.all) };
    const operator = OPERATORS.find((name) => criterion[name] !== undefined) ?? 'known';
    return {
        label,
        field: criterion.field ?? '',
        test: { [operator]: criterion[operator] } as unknown as Test
    };
}

/** A dimension of the score, its rules as a list. */
export function dimension(
    { max, halfLife, rules }: Written['score']['fit'],
    signal: (criterion: WrittenSignalCriterion) => SignalCriterion
): ScoreDimension {
    const when = ({ points: _, signal: name, within, ...rest }: WrittenRule): ScoreRule['when'] =>
        name === undefined
            ? { fact: criterionOf(rest, rest.label) }
            : {
                  signal: signal({ signal: name, label: rest.label, atLeast: rest.atLeast, within })
              };
    return {
        max,
        halfLife: timeOrNull(halfLife ?? null),
        rules: listed(rules, (rule) => ({
            label: rule.label,
            points: rule.points,
            when: when(rule)
        }))
    };
}
