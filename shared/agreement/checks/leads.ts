import type { Finding, Path } from '../finding.ts';
import type { Check } from './check.ts';
import { entriesOf } from './check.ts';

/** HubSpot takes a reason to disqualify a lead only as the lead moves, so some decision it is for must move it (Q53). */
export const checkLeads: Check = ({ draft, broken }) => {
    if (broken('decision')) return [];
    const findings: Finding[] = [];
    const stages = draft.decision?.labels;
    for (const [code, reason] of entriesOf(draft.reasons)) {
        const path: Path = ['reasons', code];
        if (broken(...path, 'for')) continue;
        const kinds = Object.values(reason.for ?? (['rejected'] as const));
        if (kinds.some((kind) => kind !== undefined && stages?.[kind]?.hubspot?.leadStage))
            continue;
        const named = entriesOf(reason.details).map(
            ([inner, { hubspot }]) => [[...path, 'details', inner], hubspot] as const
        );
        for (const [at, hubspot] of [[path, reason.hubspot] as const, ...named]) {
            const value = hubspot?.leadReason ?? null;
            if (value === null) continue;
            const message = `"${value}" is never written, because no decision with this reason moves a lead; give ${kinds.join(' or ')} a leadStage`;
            const end: Path = [...at, 'hubspot', 'leadReason'];
            findings.push({ code: 'lead.reason_unused', path: end, message });
        }
    }
    return findings;
};
