import type { Viewer } from '../types.ts';
import type { OverviewWords } from '../words/overview.ts';

/** Periods and months by name, in the viewer's locale. */
export interface PeriodNames {
    /** "October 2026", "Q4 2026", "Last 90 days". */
    of(periodId: string): string;
    /** "the month before". */
    before(periodId: string): string;
    /** "October 2026" of `2026-10`. */
    month(id: string): string;
    /** "Oct" of `2026-10`; with the year in a January, as on an axis. */
    short(id: string): string;
}

export function periodNames({ locale }: Pick<Viewer, 'locale'>, words: OverviewWords): PeriodNames {
    const long = formatter(locale, { month: 'long', year: 'numeric' });
    const short = formatter(locale, { month: 'short' });
    const shortWithYear = formatter(locale, { month: 'short', year: 'numeric' });
    const at = (id: string): number => Date.parse(`${id}-01T00:00Z`);
    const isMonth = (id: string): boolean => !Number.isNaN(at(id));
    const month = (id: string): string => (isMonth(id) ? long.format(at(id)) : id);
    const days = (id: string): string | null => /^last-(\d+)-days$/.exec(id)?.[1] ?? null;
    const quarter = (id: string) => /^(\d{4})-Q(\d)$/.exec(id);
    return {
        month,
        short: (id) =>
            isMonth(id) ? (id.endsWith('-01') ? shortWithYear : short).format(at(id)) : id,
        of: (id) => {
            const [, year, number] = quarter(id) ?? [];
            if (year !== undefined && number !== undefined) {
                return words.period.quarter(number, year);
            }
            const count = days(id);
            return count === null ? month(id) : words.period.days(count);
        },
        before: (id) => {
            if (quarter(id)) return words.period.before.quarter;
            const count = days(id);
            return count === null ? words.period.before.month : words.period.before.days(count);
        }
    };
}

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const inUtc = { ...options, timeZone: 'UTC' };
    try {
        return new Intl.DateTimeFormat([locale, 'en-US'], inUtc);
    } catch {
        // Intl throws on a locale that the CRM should not have given; words still matter more.
        return new Intl.DateTimeFormat('en-US', inUtc);
    }
}
