import type { Finding } from '../finding.ts';
import type { Draft } from '../read.ts';
import type { Written } from '../schema.ts';
import type { Check } from './check.ts';
import { entriesOf } from './check.ts';

/** The most points that a dimension can give: its own limit, or all its rules together. */
function most(dimension: Draft<Written['score']['fit']> | undefined): number {
    const rules = entriesOf(dimension?.rules);
    const points = rules.reduce((sum, [, rule]) => sum + Math.max(0, rule.points ?? 0), 0);
    return Math.min(dimension?.max ?? 0, points);
}

/** The threshold can be reached, a rule has one name, and not everybody is an MQL. */
export const checkScore: Check = ({ draft, broken }) => {
    const findings: Finding[] = [];
    const { score, mql } = draft;
    if (score?.threshold !== undefined && !broken('score')) {
        const reach = most(score.fit) + most(score.engagement);
        if (score.threshold > reach) {
            const message = `the threshold ${score.threshold} can never be reached: fit gives at most ${most(score.fit)} points and engagement ${most(score.engagement)}; lower it, or raise points or max`;
            findings.push({ code: 'score.unreachable', path: ['score', 'threshold'], message });
        }
    }
    const fit = Object.keys(score?.fit?.rules ?? {});
    for (const id of Object.keys(score?.engagement?.rules ?? {})) {
        if (!fit.includes(id)) continue;
        const message = `the rule "${id}" is also under fit; give one of them another name`;
        const path = ['score', 'engagement', 'rules', id];
        findings.push({ code: 'score.rule_twice', path, message, at: 'key' });
    }
    if (mql && !broken('mql') && !mql.icp && !mql.score && !mql.signals) {
        const message =
            'with neither icp, score nor signals everybody is an MQL; ask for at least one';
        findings.push({ code: 'mql.empty', path: ['mql'], message, at: 'key' });
    }
    return findings;
};
