import type { Finding } from '../finding.ts';
import type { Check } from './check.ts';
import { entriesOf, itemsOf } from './check.ts';

/** A CRM's value belongs to one source, or the acceptance by source would count a lead twice. */
export const checkSources: Check = ({ draft }) => {
    const findings: Finding[] = [];
    for (const crm of ['salesforce', 'hubspot'] as const) {
        const owners = new Map<string, string>();
        for (const [id, source] of entriesOf(draft.sources)) {
            for (const [i, value] of itemsOf(source[crm])) {
                const owner = owners.get(value.toLowerCase());
                if (owner === undefined) {
                    owners.set(value.toLowerCase(), id);
                    continue;
                }
                const where = owner === id ? `twice in "${id}"` : `already in "${owner}"`;
                const message = `the value "${value}" is ${where}; leave it in one place`;
                findings.push({ code: 'source.twice', path: ['sources', id, crm, i], message });
            }
        }
    }
    return findings;
};
