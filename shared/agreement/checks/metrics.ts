import type { Finding } from '../finding.ts';
import type { Check } from './check.ts';
import { entriesOf, itemsOf } from './check.ts';

/** A share counts no lead above the line that it does not count below it. */
export const checkMetrics: Check = ({ draft }) => {
    const findings: Finding[] = [];
    for (const [id, { denominator, numerator }] of entriesOf(draft.metrics)) {
        if (denominator !== 'accepted') continue;
        for (const [i, kind] of itemsOf(numerator)) {
            if (kind === 'accepted' || kind === 'qualified') continue;
            const message = `"${kind}" leads are not among the accepted; use the denominator decided, or remove it`;
            const path = ['metrics', id, 'numerator', i];
            findings.push({ code: 'metric.outside', path, message });
        }
    }
    return findings;
};
