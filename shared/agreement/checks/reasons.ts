import type { Finding, Path } from '../finding.ts';
import { suggestion } from '../nearest.ts';
import type { Check, Checked } from './check.ts';
import { entriesOf, itemsOf } from './check.ts';
import { fieldsOf } from './criteria.ts';

type Detail = NonNullable<
    NonNullable<NonNullable<Checked['draft']['reasons']>[string]>['details']
>[string];

interface Named {
    readonly path: Path;
    readonly code: string;
    readonly reason: NonNullable<Detail>;
}

/** Reasons and their details, in the author's order. */
function allReasons(reasons: Checked['draft']['reasons']): Named[] {
    return entriesOf(reasons).flatMap(([code, reason]) => {
        const path = ['reasons', code];
        const details = entriesOf(reason.details).map(([inner, detail]) => ({
            path: [...path, 'details', inner],
            code: inner,
            reason: detail
        }));
        return [{ path, code, reason }, ...details];
    });
}

/** A name leads to one reason, whether it is read as code, label or alias, and facts asked for are tested. */
export const checkReasons: Check = ({ draft, broken }) => {
    const all = allReasons(draft.reasons);
    const tested = [...new Set(itemsOf(draft.icp).flatMap(([, criterion]) => fieldsOf(criterion)))];
    const findings = twice(all);
    for (const { path, reason } of all) {
        for (const [i, evidence] of itemsOf(reason.evidence)) {
            const fact =
                typeof evidence === 'object' && 'fact' in evidence ? evidence.fact : undefined;
            if (fact === undefined || tested.includes(fact) || broken('icp')) continue;
            const message = `no ICP criterion tests "${fact}", so nothing can contradict the reason${suggestion(fact, tested)}`;
            findings.push({
                code: 'reason.untested_fact',
                path: [...path, 'evidence', i, 'fact'],
                message
            });
        }
    }
    return findings;
};

function twice(all: readonly Named[]): Finding[] {
    const owners = new Map<string, Named>();
    const findings: Finding[] = [];
    const take = (
        name: string | undefined,
        named: Named,
        path: Path,
        at: 'key' | 'value'
    ): void => {
        const key = (name ?? '').trim().toLowerCase();
        const owner = owners.get(key);
        if (name === undefined || owner === named) return;
        if (owner === undefined) {
            owners.set(key, named);
            return;
        }
        const message = `"${name}" already means the reason "${owner.code}" (${owner.path.join('.')}); use another word`;
        findings.push({ code: 'reason.twice', path, message, at });
    };
    for (const named of all) {
        take(named.code, named, named.path, 'key');
        take(named.reason.label, named, [...named.path, 'label'], 'value');
        for (const [i, alias] of itemsOf(named.reason.aliases)) {
            take(alias, named, [...named.path, 'aliases', i], 'value');
        }
    }
    return findings;
}
