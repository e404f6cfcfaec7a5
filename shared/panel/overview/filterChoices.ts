import { ANY, NOT_KNOWN } from '../../acceptance/filters.ts';
import { DIMENSIONS } from '../../acceptance/outcomeTypes.ts';
import { defaultPeriod } from '../../acceptance/period.ts';
import { localDate } from '../../calendar/calendar.ts';
import { calendarOf } from '../../response/calendars.ts';
import type { FilterChoice, FilterOption } from '../overviewTypes.ts';
import { groupLabel } from './context.ts';
import type { OverviewContext } from './context.ts';

/** How many months can be chosen without writing one down. */
const MONTHS = 12;

/** The period, then each dimension with the values that leads of the period have. */
export function filterChoices(context: OverviewContext): FilterChoice[] {
    const { overview, words } = context;
    const period = {
        id: 'period' as const,
        label: words.period.label,
        value: overview.period.id,
        options: periodOptions(context)
    };
    return [
        period,
        ...DIMENSIONS.map((dimension): FilterChoice => {
            const chosen = overview.filters[dimension] ?? null;
            const seen = overview.choices[dimension];
            // What nothing matches stays chosen, so that it can be seen and taken back.
            const keys = chosen === null || seen.includes(chosen) ? seen : [chosen, ...seen];
            const options = keys.map((key) => ({
                value: key === '' ? NOT_KNOWN : key,
                label: groupLabel(context, dimension, key)
            }));
            return {
                id: dimension,
                label: words.dimension[dimension],
                value: chosen === null ? ANY : chosen === '' ? NOT_KNOWN : chosen,
                options: [{ value: ANY, label: words.all[dimension] }, ...byLabel(options)]
            };
        })
    ];
}

/** The agreement's own period, the one shown, and the last months, this one first. */
function periodOptions({ agreement, names, overview }: OverviewContext): FilterOption[] {
    const { asOf, period } = overview;
    const written = defaultPeriod(agreement);
    const [year, month] = localDate(calendarOf(agreement, agreement.calendar), asOf)
        .split('-')
        .map(Number) as [number, number];
    const months = Array.from({ length: MONTHS }, (_, back) =>
        new Date(Date.UTC(year, month - 1 - back)).toISOString().slice(0, 7)
    );
    const shown = months.includes(period.id) || period.id === written ? [] : [period.id];
    const ids = [...(written.startsWith('last-') ? [written] : []), ...shown, ...months];
    return ids.map((value) => ({ value, label: names.of(value) }));
}

function byLabel(options: readonly FilterOption[]): FilterOption[] {
    return [...options].sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
}
