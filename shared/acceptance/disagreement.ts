import type { Agreement } from '../agreement/types.ts';
import { reasonLeaves } from '../decision/reasons.ts';
import type { Criterion, FactCriterion } from '../agreement/types.ts';
import type { Disagreement, DisputedRule } from './overviewTypes.ts';
import type { Counts } from './tally.ts';

/** Where the agreement said yes and reps said no, and how often the record is on the agreement's side. */
export function disagreementOf({ period, agreed }: Counts, agreement: Agreement): Disagreement {
    const reasons = Object.values(period.reasons);
    const { checked, contradicted } = period;
    return {
        turnedAway: reasons.reduce((sum, { rejected, recycled }) => sum + rejected + recycled, 0),
        checked,
        contradicted,
        share: checked === 0 ? null : contradicted / checked,
        agreed: { ...agreed },
        rules: disputedRules(period.reasons, agreement)
    };
}

/** The ICP's tests of facts that reasons deny: a reason is contradicted when all tests of its fact are met. */
function disputedRules(reasons: Counts['period']['reasons'], agreement: Agreement): DisputedRule[] {
    const leaves = reasonLeaves(agreement);
    const denying = (field: string) =>
        leaves.filter(({ evidence }) =>
            evidence.some((wanted) => wanted.kind === 'fact' && wanted.field === field)
        );
    return agreement.icp
        .flatMap(tests)
        .map(({ label, field }) => {
            const counts = denying(field).flatMap(({ code }) => reasons[code] ?? []);
            return {
                label,
                field,
                checked: counts.reduce((sum, one) => sum + one.checked, 0),
                contradicted: counts.reduce((sum, one) => sum + one.contradicted, 0)
            };
        })
        .filter(({ checked }) => checked > 0)
        .sort((a, b) => b.contradicted - a.contradicted);
}

function tests(criterion: Criterion): FactCriterion[] {
    if ('field' in criterion) return [criterion];
    return ('any' in criterion ? criterion.any : criterion.all).flatMap(tests);
}
