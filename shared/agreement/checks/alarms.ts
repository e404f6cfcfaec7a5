import type { Finding } from '../finding.ts';
import { suggestion } from '../nearest.ts';
import type { Check } from './check.ts';
import { itemsOf } from './check.ts';

/** Each alarm watches a metric that exists, and one bound that a rate can cross. */
export const checkAlarms: Check = ({ draft, broken }) => {
    const findings: Finding[] = [];
    const known = draft.metrics && Object.keys(draft.metrics);
    for (const [i, { metric, below, above }] of itemsOf(draft.alarms)) {
        const path = ['alarms', i];
        if (metric !== undefined && known !== undefined && !known.includes(metric)) {
            const message = `there is no metric "${metric}"${suggestion(metric, known)}`;
            findings.push({ code: 'alarm.unknown_metric', path: [...path, 'metric'], message });
        }
        const watched = metric === undefined ? undefined : draft.metrics?.[metric];
        if (watched?.kind === 'response' && typeof above === 'number' && above >= 0 && above <= 1) {
            const late = `${percent(above)} too late is below: ${Number((1 - above).toFixed(4))}`;
            const message = `"${metric}" is the share answered in time, so more of it is no alarm; use \`below\` (more than ${late})`;
            const at = 'key';
            findings.push({ code: 'alarm.direction', path: [...path, 'above'], message, at });
        }
        const given = [below, above].filter(
            (bound) => bound !== undefined && bound !== null
        ).length;
        if (given !== 1 && !broken(...path)) {
            const message = `an alarm takes either \`below\` or \`above\`, not ${given === 0 ? 'neither' : 'both'}`;
            findings.push({ code: 'alarm.bound', path, message });
        }
        for (const [name, bound] of Object.entries({ below, above })) {
            if (bound === undefined || bound === null || (bound >= 0 && bound <= 1)) continue;
            const message = `${bound} is no share; write a number from 0 to 1, such as 0.6 for 60%`;
            findings.push({ code: 'alarm.range', path: [...path, name], message });
        }
    }
    return findings;
};

function percent(share: number): string {
    return `${Number((share * 100).toFixed(2))}%`;
}
