/** How many intervals a second, ours beside what is on npm, after checking that the answers agree. */
import dayjs from 'dayjs';
import businessTime from 'dayjs-business-time';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { Temporal } from 'temporal-polyfill';
import { Bench } from 'tinybench';
import { openCalendar, openTime } from '../../shared/calendar/index.ts';

export type BenchRow = { name: string; value: string; goal?: string };

const ZONE = 'America/New_York';
const MINUTE = 60_000;
const LENGTH = 30 * 24 * 60 * MINUTE;
const GOAL = 1_000_000;
/** Intervals per measured call of ours, so that the measuring costs little beside it. */
const BATCH = 1000;

interface Contender {
    readonly name: string;
    readonly openMinutes: (from: number, to: number) => number;
}

const CONTENDERS: readonly Contender[] = [
    { name: 'temporal-polyfill, loop over days', openMinutes: byTemporal() },
    { name: 'dayjs-business-time', openMinutes: byDayjs() }
];

/** Rows of intervals of 30 days, Mon–Fri 9–17 in New York, counted in one second. */
export async function benchCalendar(): Promise<BenchRow[]> {
    const ours = byHandoff();
    // Whole minutes, as dayjs-business-time counts no finer; the year has both changes of clocks.
    const starts = Array.from(
        { length: BATCH },
        (_, i) => Date.UTC(2026, 0, 1, 14, 3) + ((i * 7919) % (335 * 24 * 60)) * MINUTE
    );
    const compared = starts.slice(0, 200);
    const rows: BenchRow[] = CONTENDERS.map(({ name, openMinutes }) => {
        const differ = compared.filter(
            (at) => openMinutes(at, at + LENGTH) !== ours(at, at + LENGTH)
        ).length;
        return {
            name: `calendar: answers that differ, ${name}`,
            value: `${differ} of ${compared.length}`,
            goal: `0 of ${compared.length}`
        };
    });

    const bench = new Bench({ time: 1000, warmupTime: 200 });
    bench.add('ours', () => {
        let sum = 0;
        for (const at of starts) {
            sum += ours(at, at + LENGTH);
        }
        return sum;
    });
    let next = 0;
    for (const { name, openMinutes } of CONTENDERS) {
        bench.add(name, () => {
            const at = starts[next++ % BATCH] as number;
            return openMinutes(at, at + LENGTH);
        });
    }
    await bench.run();
    const perSecond = (name: string): number => {
        const result = bench.getTask(name)?.result;
        return result !== undefined && 'throughput' in result ? result.throughput.mean : NaN;
    };
    const oursPerSecond = perSecond('ours') * BATCH;
    rows.push({
        name: 'calendar: intervals of 30 days per second',
        value: count(oursPerSecond),
        goal: `at least ${count(GOAL)}`
    });
    for (const { name } of CONTENDERS) {
        const times = count(oursPerSecond / perSecond(name));
        rows.push({
            name: `calendar: the same by ${name}`,
            value: `${count(perSecond(name))} (ours: ${times} times)`
        });
    }
    return rows;
}

function count(n: number): string {
    return Math.round(n).toLocaleString('en');
}

function byHandoff(): Contender['openMinutes'] {
    const hours = ['09:00-17:00'];
    const calendar = openCalendar({
        zone: ZONE,
        week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
        closed: []
    });
    return (from, to) => openTime(calendar, from, to) / MINUTE;
}

/** What one would write by hand with the new standard: each date's hours, cut to the interval. */
function byTemporal(): Contender['openMinutes'] {
    const opens = Temporal.PlainTime.from('09:00');
    const closes = Temporal.PlainTime.from('17:00');
    return (from, to) => {
        const dateOf = (at: number): Temporal.PlainDate =>
            Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE).toPlainDate();
        const instantOf = (date: Temporal.PlainDate, plainTime: Temporal.PlainTime): number =>
            date.toZonedDateTime({ timeZone: ZONE, plainTime }).epochMilliseconds;
        const last = dateOf(to);
        let open = 0;
        for (
            let date = dateOf(from);
            Temporal.PlainDate.compare(date, last) <= 0;
            date = date.add({ days: 1 })
        ) {
            if (date.dayOfWeek <= 5) {
                const start = Math.max(from, instantOf(date, opens));
                open += Math.max(0, Math.min(to, instantOf(date, closes)) - start);
            }
        }
        return open / MINUTE;
    };
}

/** Its hours are Mon–Fri 9–17 unless told otherwise. */
function byDayjs(): Contender['openMinutes'] {
    dayjs.extend(utc);
    dayjs.extend(timezone);
    dayjs.extend(businessTime);
    return (from, to) => dayjs(from).tz(ZONE).businessMinutesDiff(dayjs(to).tz(ZONE));
}
