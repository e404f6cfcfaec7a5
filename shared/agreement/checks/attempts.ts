import type { Finding } from '../finding.ts';
import type { Check } from './check.ts';

/** What "unresponsive" takes can be done with the channels that count (Q40). */
export const checkAttempts: Check = ({ draft }) => {
    const { channels: listed, beforeUnresponsive } = draft.attempts ?? {};
    const { atLeast, channels } = beforeUnresponsive ?? {};
    const path = ['attempts', 'beforeUnresponsive', 'channels'];
    const findings: Finding[] = [];
    if (channels !== undefined && Array.isArray(listed) && channels > listed.length) {
        const message = `${channels} channels cannot be used where only ${listed.length} count; lower it or add to attempts.channels`;
        findings.push({ code: 'attempts.channels', path, message });
    }
    if (channels !== undefined && atLeast !== undefined && channels > atLeast) {
        const message = `${atLeast} attempts cannot use ${channels} channels; lower it or raise atLeast`;
        findings.push({ code: 'attempts.too_few', path, message });
    }
    return findings;
};
