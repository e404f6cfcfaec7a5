import type { Finding, Path } from '../finding.ts';
import { suggestion } from '../nearest.ts';
import type { Check } from './check.ts';
import { entriesOf, itemsOf } from './check.ts';

/** Each signal that is named exists, and an MQL's signals can be reached. */
export const checkSignals: Check = ({ draft }) => {
    const findings: Finding[] = [];
    const known = draft.signals && Object.keys(draft.signals);
    const named = (signal: string | undefined, path: Path): void => {
        if (signal === undefined || known === undefined || known.includes(signal)) return;
        const message = `there is no signal "${signal}"${suggestion(signal, known)}`;
        findings.push({ code: 'signal.unknown', path: [...path, 'signal'], message });
    };
    for (const name of ['fit', 'engagement'] as const) {
        for (const [id, rule] of entriesOf(draft.score?.[name]?.rules)) {
            named(rule.signal, ['score', name, 'rules', id]);
        }
    }
    for (const [i, { signal }] of itemsOf(draft.mql?.signals?.of))
        named(signal, ['mql', 'signals', 'of', i]);
    for (const [i, { signal }] of itemsOf(draft.hot)) named(signal, ['hot', i]);
    for (const [i, window] of itemsOf(draft.windows)) {
        for (const [j, { signal }] of itemsOf(window.when))
            named(signal, ['windows', i, 'when', j]);
    }
    const atLeast = draft.mql?.signals?.atLeast;
    const of = draft.mql?.signals?.of;
    const listed = Array.isArray(of) ? of.length : null;
    if (atLeast !== undefined && listed !== null && atLeast > listed) {
        const message = `${atLeast} of ${listed} can never be met; lower it or list more signals`;
        findings.push({ code: 'mql.unreachable', path: ['mql', 'signals', 'atLeast'], message });
    }
    return findings;
};
