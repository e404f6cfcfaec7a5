import { parseDuration } from '../duration.ts';
import type { Finding } from '../finding.ts';
import type { Draft } from '../read.ts';
import type { Written } from '../schema.ts';
import type { Check } from './check.ts';
import { itemsOf } from './check.ts';

type WrittenWindow = NonNullable<Draft<Written['windows'][number]>>;
type Criterion = NonNullable<Draft<NonNullable<Written['windows'][number]['when']>[number]>>;

function lengthOf({ within }: Criterion): number {
    const duration = parseDuration(within ?? '', 'time');
    return duration && 'ms' in duration ? duration.ms : Infinity;
}

/** Whoever meets `a` meets `b`: the same signal, no fewer times, in no longer a time. */
function implies(a: Criterion, b: Criterion): boolean {
    return (
        a.signal === b.signal && (a.atLeast ?? 1) >= (b.atLeast ?? 1) && lengthOf(a) <= lengthOf(b)
    );
}

function criteriaOf(window: WrittenWindow): Criterion[] {
    return itemsOf(window.when).map(([, criterion]) => criterion);
}

/**
 * The first window that matches is in force (Q30–Q33), so one can stand in another's shadow; and the last
 * must match everybody, or some would have no deadline.
 */
export const checkWindowOrder: Check = ({ draft, broken }) => {
    const findings: Finding[] = [];
    // A window with an unreadable `when` would look as if it matched always.
    const windows = itemsOf(draft.windows).filter(([i]) => !broken('windows', i, 'when'));
    for (const [place, [i, window]] of windows.entries()) {
        const earlier = windows.slice(0, place).map(([, other]) => other);
        const path = ['windows', i];
        const always = earlier.find(({ when }) => when === undefined);
        if (always) {
            const message = `this window is never in force: "${always.id ?? ''}" before it has no \`when\` and matches every MQL; put this one first or remove it`;
            findings.push({ code: 'window.unreachable', path, message });
        } else if (window.when !== undefined) {
            const taken = earlier.flatMap(criteriaOf);
            const shadowed = criteriaOf(window).every((own) =>
                taken.some((other) => implies(own, other))
            );
            if (!shadowed) continue;
            const message =
                'this window is never in force: earlier windows match whoever it matches; put it before them or change its `when`';
            findings.push({ code: 'window.unreachable', path, message });
        }
    }
    const complete = draft.windows !== undefined && !broken('windows');
    if (complete && windows.every(([, { when }]) => when !== undefined)) {
        const message =
            'MQLs that match no window would have no deadline: end with a window without `when`';
        findings.push({ code: 'window.no_catch_all', path: ['windows'], message, at: 'key' });
    }
    return findings;
};
