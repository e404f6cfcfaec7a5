import type { Finding, Path } from '../finding.ts';
import { suggestion } from '../nearest.ts';
import type { Check } from './check.ts';
import { entriesOf } from './check.ts';

/** Names and CRM values tell the stages apart (Q10), and a decision moves nobody to a stage that is not there. */
export const checkStages: Check = ({ draft, broken }) => {
    const findings: Finding[] = [];
    const owners = new Map<string, string>();
    const take = (what: string, value: string | null | undefined, id: string, path: Path): void => {
        if (value === undefined || value === null) return;
        const key = `${what} ${value.trim().toLowerCase()}`;
        const owner = owners.get(key);
        owners.set(key, owner ?? id);
        if (owner === undefined) return;
        const message = `the ${what} "${value}" already stands for the stage "${owner}"; leave it in one place`;
        findings.push({ code: 'stage.twice', path, message });
    };
    const stages = entriesOf(draft.stages);
    for (const [id, { label, salesforce, hubspot }] of stages) {
        const path = ['stages', id];
        take('label', label, id, [...path, 'label']);
        for (const object of ['Lead', 'Contact'] as const) {
            const at = [...path, 'salesforce', object];
            take(`Salesforce ${object} status`, salesforce?.[object], id, at);
        }
        take('HubSpot lifecycle stage', hubspot, id, [...path, 'hubspot']);
    }
    const known = stages.flatMap(([, { hubspot }]) => hubspot ?? []);
    for (const [kind, { hubspot }] of entriesOf(draft.decision?.labels)) {
        const stage = hubspot?.lifecycleStage ?? null;
        if (stage === null || known.length === 0 || known.includes(stage) || broken('stages'))
            continue;
        const message = `no stage has the HubSpot lifecycle stage "${stage}"${suggestion(stage, known)}`;
        const path = ['decision', 'labels', kind, 'hubspot', 'lifecycleStage'];
        findings.push({ code: 'stage.unknown', path, message });
    }
    return findings;
};
