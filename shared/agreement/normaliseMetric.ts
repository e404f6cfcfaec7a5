import { duration } from './fill.ts';
import type { WrittenMetric } from './metricSchema.ts';
import type { DecisionMetric, ResponseMetric } from './types.ts';

/**
 * A metric with what the author left out.
 *
 * @param calendar the one used where none is named
 */
export function metricOf(
    written: WrittenMetric,
    calendar: string
): Omit<DecisionMetric, 'id'> | Omit<ResponseMetric, 'id'> {
    const measured = {
        label: written.label,
        period: duration(written.period),
        smallestSample: written.smallestSample,
        target: written.target ?? null,
        baseline: written.baseline ?? null
    };
    return written.kind === 'response'
        ? {
              ...measured,
              kind: 'response',
              within: duration(written.within),
              clock: written.clock,
              calendar: written.calendar ?? calendar,
              starts: written.starts,
              stops: written.stops
          }
        : {
              ...measured,
              kind: 'decision',
              numerator: written.numerator,
              denominator: written.denominator,
              cohort: written.cohort
          };
}
