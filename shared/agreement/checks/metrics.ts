import { parseDuration } from '../duration.ts';
import type { Finding } from '../finding.ts';
import type { WrittenMetric } from '../metricSchema.ts';
import type { Draft } from '../read.ts';
import type { Check } from './check.ts';
import { entriesOf, itemsOf } from './check.ts';

type Response = Draft<Extract<WrittenMetric, { kind: 'response' }>>;

/** A share counts no lead above the line that it does not count below it, and more time never asks for less. */
export const checkMetrics: Check = ({ draft }) => {
    const findings: Finding[] = [];
    const responses: [string, Response][] = [];
    for (const [id, metric] of entriesOf(draft.metrics)) {
        if (metric.kind === 'response') responses.push([id, metric]);
        if (!('denominator' in metric) || metric.denominator !== 'accepted') continue;
        for (const [i, kind] of itemsOf(metric.numerator)) {
            if (kind === 'accepted' || kind === 'qualified') continue;
            const message = `"${kind}" leads are not among the accepted; use the denominator decided, or remove it`;
            const path = ['metrics', id, 'numerator', i];
            findings.push({ code: 'metric.outside', path, message });
        }
    }
    return [...findings, ...targets(responses, draft.calendar)];
};

/** Whoever is answered within 24 hours is answered within 48 as well (Q32). */
function targets(
    responses: readonly (readonly [string, Response])[],
    calendar: string | undefined
): Finding[] {
    const clockOf = ({ clock, calendar: own, starts, stops }: Response): string =>
        [clock, clock === 'open' && (own ?? calendar), starts, stops].join();
    return responses.flatMap(([id, metric]) => {
        const { target, within } = metric;
        if (target === undefined || target === null) return [];
        const stricter = responses.find(
            ([, other]) =>
                clockOf(other) === clockOf(metric) &&
                isShorter(other.within, within) &&
                (other.target ?? 0) > target
        );
        if (!stricter) return [];
        const [name, other] = stricter;
        const message = `the target ${target} within ${within} is lower than ${other.target} within ${other.within} ("${name}"); more time cannot ask for less`;
        return [{ code: 'metric.target', path: ['metrics', id, 'target'], message }];
    });
}

/** Business days and hours cannot be compared. */
function isShorter(text: string | undefined, than: string | undefined): boolean {
    const a = parseDuration(text ?? '', 'window');
    const b = parseDuration(than ?? '', 'window');
    if (a === null || b === null) return false;
    if ('ms' in a) return 'ms' in b && a.ms < b.ms;
    return 'businessDays' in b && a.businessDays < b.businessDays;
}
