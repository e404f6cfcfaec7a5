import { parseDuration } from '../duration.ts';
import type { Finding } from '../finding.ts';
import type { Check } from './check.ts';
import { itemsOf } from './check.ts';

function millis(text: string | undefined): number | null {
    const duration = parseDuration(text ?? '', 'time');
    return duration && 'ms' in duration ? duration.ms : null;
}

/** Within each window the times follow each other: warning, deadline, then the ladder step by step (Q34). */
export const checkWindows: Check = ({ draft, broken }) => {
    const findings: Finding[] = [];
    const ids = new Set<string>();
    for (const [i, { id, within, warn, ladder }] of itemsOf(draft.windows)) {
        const path = ['windows', i];
        if (id !== undefined && ids.has(id)) {
            const message = `there is another window "${id}"; give one of them another id`;
            findings.push({ code: 'window.twice', path: [...path, 'id'], message });
        }
        if (id !== undefined) ids.add(id);
        const length = millis(within);
        const warning = millis(warn);
        if (length !== null && warning !== null && warning >= length) {
            const message = `the warning (${warn}) must be shorter than the window (${within})`;
            findings.push({ code: 'window.warn', path: [...path, 'warn'], message });
        }
        if (warn === undefined && length === null && !broken(...path)) {
            const message =
                'a window in business days has no fixed length: say how long before the close it is due soon, such as warn: PT1H';
            findings.push({ code: 'window.warn_missing', path, message });
        }
        let last = -1;
        for (const [j, { at }] of itemsOf(ladder)) {
            const step = millis(at);
            if (step === null) continue;
            const stepPath = [...path, 'ladder', j, 'at'];
            if (length !== null && step < length) {
                const message = `this step (${at}) comes before the deadline (${within}); escalate at ${within} or later`;
                findings.push({ code: 'window.ladder_early', path: stepPath, message });
            }
            if (step <= last) {
                const message = `this step (${at}) is no later than the one before; put the steps in order of time`;
                findings.push({ code: 'window.ladder_order', path: stepPath, message });
            }
            last = Math.max(last, step);
        }
    }
    return findings;
};
