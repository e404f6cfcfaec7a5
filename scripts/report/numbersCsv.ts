import type { AcceptanceOverview, InTime, Spread } from '../../shared/acceptance/overviewTypes.ts';
import type { AcceptanceRate } from '../../shared/acceptance/types.ts';
import { DIMENSIONS } from '../../shared/acceptance/outcomeTypes.ts';
import type { SourceCounts } from '../../shared/lead.ts';
import type { EarlyDecisions } from './earlyDecisions.ts';

type Value = number | string | null;
type Measures = { readonly [measure: string]: Value };

/** What a spreadsheet would run. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * The numbers of a report for a spreadsheet: one number a line, under what it is of. `part` and `key` are those
 * of the JSON; an empty key is a value that is not known.
 */
export function numbersCsv(overview: AcceptanceOverview, early: EarlyDecisions): string {
    const lines: string[] = ['part,key,measure,value'];
    const add = (part: string, key: string, measures: Measures): void => {
        for (const [measure, value] of Object.entries(measures)) {
            lines.push([part, key, measure, value].map(cell).join(','));
        }
    };
    const { disagreement, feedback, period, quality, response, stalled } = overview;
    add('period', period.id, {
        from: iso(period.from),
        to: iso(period.to),
        asOf: iso(overview.asOf),
        delivered: overview.delivered,
        deliveredBefore: overview.deliveredBefore,
        ...ofCounts(overview.counts)
    });
    for (const metric of overview.metrics) {
        add('metric', metric.metric, { ...ofRate(metric), change: metric.change });
    }
    for (const alarm of overview.alarms) {
        add('alarm', `${alarm.metric} ${alarm.below ?? ''}..${alarm.above ?? ''}`, {
            state: alarm.state,
            standing: alarm.standing,
            since: alarm.since
        });
    }
    for (const month of overview.months) {
        add('month', month.id, {
            delivered: month.delivered,
            turnedAway: month.turnedAway,
            ...ofRates(month.metrics),
            ...ofSpread('response', month.response),
            ...ofInTime(month.inTime)
        });
    }
    for (const dimension of DIMENSIONS) {
        for (const group of overview.groups[dimension]) {
            const { checked, contradicted, delivered } = group;
            add(dimension, group.key, {
                delivered,
                ...ofCounts(group.counts),
                ...ofRates(group.metrics),
                ...(group.response === null ? {} : ofSpread('response', group.response)),
                ...ofInTime(group.inTime),
                checked,
                contradicted,
                stalled: group.stalled
            });
        }
    }
    for (const { code, months, ...reason } of overview.reasons) {
        add('reason', code, { ...reason });
        months.forEach((count, i) => {
            add('reason by month', code, { [period.months[i]?.id ?? '']: count });
        });
    }
    add('response', '', {
        ...ofSpread('routing', response.routing),
        ...ofSpread('rep', response.rep),
        ...ofInTime(response.inTime)
    });
    for (const { rep, window, ...inTime } of response.windows) {
        add('window', window, { ...ofSpread('rep', rep), ...ofInTime(inTime) });
    }
    const { checked, contradicted, share, turnedAway } = disagreement;
    add('disagreement', '', { turnedAway, checked, contradicted, share });
    add('disagreement', 'agreed', { ...disagreement.agreed });
    for (const rule of disagreement.rules) {
        add('rule', rule.label, { checked: rule.checked, contradicted: rule.contradicted });
    }
    const { answers, ...answered } = feedback;
    add('feedback', '', { ...answered, ...answers });
    const { complete, incomplete } = quality;
    add('quality', '', { complete, incomplete, share: quality.share });
    for (const { id, mqlAt } of quality.sample) add('sample', id, { mqlAt: iso(mqlAt) });
    add('stalled', '', { count: stalled.count, ...stalled.by });
    for (const lead of stalled.leads) {
        const since = lead.stalledSince;
        add('stalled lead', lead.id, {
            where: lead.stalled,
            since: since === null ? null : iso(since)
        });
    }
    add('decided before MQL', '', { count: early.count });
    for (const { decidedAt, id, line, mqlAt } of early.leads) {
        add('lead decided before MQL', id ?? '', {
            line,
            mqlAt: iso(mqlAt),
            decidedAt: iso(decidedAt)
        });
    }
    return `${lines.join('\r\n')}\r\n`;
}

function ofCounts(counts: SourceCounts): Measures {
    return { ...counts };
}

function ofRates(rates: readonly AcceptanceRate[]): Measures {
    const named = rates.map((rate) =>
        Object.entries(ofRate(rate)).map(([measure, value]) => [
            measure === 'rate' ? rate.metric : `${rate.metric}.${measure}`,
            value
        ])
    );
    return Object.fromEntries(named.flat()) as Measures;
}

function ofRate({ denominator, high, low, numerator, rate }: AcceptanceRate): Measures {
    return { rate, numerator, denominator, low, high };
}

function ofSpread(name: string, { count, median, p95 }: Spread): Measures {
    return {
        [`${name}.answered`]: count,
        [`${name}.medianMinutes`]: median,
        [`${name}.p95Minutes`]: p95
    };
}

function ofInTime({ inTime, late, open, share }: InTime): Measures {
    return { inTime, late, open, inTimeShare: share };
}

/** Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers are ours. */
function cell(value: Value): string {
    if (value === null) return '';
    if (typeof value === 'number') return String(value);
    const safe = FORMULA.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function iso(at: number): string {
    return new Date(at).toISOString();
}
