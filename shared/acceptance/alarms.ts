import type { Agreement, Alarm } from '../agreement/types.ts';
import { isBeyond } from './acceptance.ts';
import type { AlarmResult, MonthResult } from './overviewTypes.ts';
import type { AcceptanceRate } from './types.ts';

const ORDER: readonly AlarmResult['state'][] = ['raised', 'building', 'quiet', 'too_few'];

/**
 * Each alarm of the agreement: an alarm of one month is judged by the period, one of several by so many
 * whole months in a row, the last one included (Q35, Q61–Q64). A month with too few leads ends the row:
 * nobody can say.
 *
 * @param rates of the period, and `months` oldest first
 */
export function alarmResults(
    { alarms }: Agreement,
    rates: readonly AcceptanceRate[],
    months: readonly MonthResult[]
): AlarmResult[] {
    const whole = months.filter((month) => month.whole);
    return alarms
        .map((alarm) => alarmResult(alarm, rates, whole))
        .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}

function alarmResult(
    alarm: Alarm,
    rates: readonly AcceptanceRate[],
    whole: readonly MonthResult[]
): AlarmResult {
    const of = (all: readonly AcceptanceRate[]) =>
        all.find(({ metric }) => metric === alarm.metric);
    let first = whole.length;
    while (first > 0 && verdict(alarm, of(whole[first - 1]?.metrics ?? [])) === 'beyond') first--;
    const standing = whole.length - first;
    const judged = alarm.months === 1 ? of(rates) : of(whole[whole.length - 1]?.metrics ?? []);
    const state = {
        too_few: 'too_few',
        fine: 'quiet',
        beyond: alarm.months === 1 || standing >= alarm.months ? 'raised' : 'building'
    }[verdict(alarm, judged)] as AlarmResult['state'];
    return {
        ...alarm,
        state,
        rate: judged?.rate ?? null,
        standing,
        since: whole[first]?.id ?? null
    };
}

function verdict(alarm: Alarm, rate: AcceptanceRate | undefined): 'beyond' | 'fine' | 'too_few' {
    if (rate === undefined || !rate.enough || rate.rate === null) return 'too_few';
    return isBeyond(rate.rate, alarm) ? 'beyond' : 'fine';
}
