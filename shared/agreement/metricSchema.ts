/** The shape of metrics and alarms: shares of what sales decided, and of what it answered in time. */
import * as v from 'valibot';
import { DECISION_KINDS } from '../lead.ts';
import { hasKey } from './criterionSchema.ts';
import {
    distinct,
    duration,
    map,
    number,
    numberFrom,
    oneOf,
    section,
    text,
    wholeFrom
} from './shape.ts';

const measured = {
    label: text,
    period: duration('calendar'),
    smallestSample: wholeFrom(1),
    target: v.nullish(numberFrom(0, 1)),
    baseline: v.nullish(map({ value: numberFrom(0, 1), from: text }))
};

const decisionMetric = map({
    ...measured,
    kind: v.optional(oneOf(['decision'])),
    numerator: distinct(oneOf(DECISION_KINDS)),
    denominator: oneOf(['decided', 'delivered', 'accepted']),
    cohort: oneOf(['mql_date', 'decision_date'])
});

const responseMetric = map({
    ...measured,
    kind: oneOf(['response']),
    within: duration('window'),
    clock: oneOf(['open', 'elapsed']),
    calendar: v.optional(text),
    starts: oneOf(['assigned', 'mql']),
    stops: oneOf(['attempt', 'contact'])
});

/** Says what is wrong with the kind alone: which keys belong to it is not known. */
const unknownKind = v.looseObject({ kind: oneOf(['decision', 'response']) });

export type WrittenMetric =
    v.InferOutput<typeof decisionMetric> | v.InferOutput<typeof responseMetric>;

/** A metric without a kind is one of decisions. */
export const metric = section(
    'metric',
    v.lazy((input) => {
        const kind = hasKey(input, 'kind') ? (input as { kind?: unknown }).kind : 'decision';
        const schema =
            kind === 'decision' || kind === undefined
                ? decisionMetric
                : kind === 'response'
                  ? responseMetric
                  : unknownKind;
        return schema as v.GenericSchema<unknown, WrittenMetric>;
    })
);

export const alarm = map({
    metric: text,
    below: v.nullish(number),
    above: v.nullish(number),
    months: v.optional(wholeFrom(1, 120)),
    action: text,
    owner: text
});
