/** Parts of an agreement as clauses. */
import { quoted, valueText } from '../../../../shared/agreement/diff/values.ts';
import { lengthWords } from '../../../../shared/agreement/lengthWords.ts';
import type {
    Agreement,
    Alarm,
    CalendarSpec,
    Criterion,
    Duration,
    Evidence,
    Metric,
    ResponseWindow,
    SignalCriterion,
    Test,
    Weekday
} from '../../../../shared/agreement/types.ts';

const DAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY_NAMES: { readonly [day in Weekday]: string } = {
    mon: 'Mon',
    tue: 'Tue',
    wed: 'Wed',
    thu: 'Thu',
    fri: 'Fri',
    sat: 'Sat',
    sun: 'Sun'
};

/** `2026-10-01` as `1 October 2026`. */
export function dateWords(date: string): string {
    const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    return format.format(new Date(`${date}T00:00:00Z`));
}

/** What a line of the ICP tests: "employees 50–500", "industry is Software, Technology". */
export function criterionWords(criterion: Criterion): string {
    if ('field' in criterion) {
        const field = criterion.field.replace(/_/g, ' ');
        return `${field} ${valueText(withoutTwins(criterion.test), 'test')}`;
    }
    const [parts, word] = 'any' in criterion ? [criterion.any, ' or '] : [criterion.all, ' and '];
    return parts
        .map((part) => ('field' in part ? criterionWords(part) : `(${criterionWords(part)})`))
        .join(word);
}

/** The CRMs write one value in several ways (`COMPUTER_SOFTWARE`); people need it once. */
function withoutTwins(test: Test): Test {
    const plain = (value: string): string => value.toLowerCase().replace(/_/g, ' ');
    const once = (values: readonly string[]): string[] =>
        values.filter((one, i) => values.findIndex((other) => plain(other) === plain(one)) === i);
    if ('in' in test) return { in: once(test.in) };
    return 'contains' in test ? { contains: once(test.contains) } : test;
}

/** @param usual the time that is said already */
export function signalWords(
    { signal, label, atLeast, within }: SignalCriterion,
    { signals }: Agreement,
    usual?: Duration
): string {
    const plain = signals.find(({ id }) => id === signal)?.label;
    const times = atLeast > 1 && label === plain ? ` ${atLeast} times` : '';
    const time = within === null || within.text === usual?.text ? '' : ` in ${lengthWords(within)}`;
    return label + times + time;
}

/** "Mon–Thu 09:00–17:00, Fri 09:00–12:00". */
export function weekWords({ week }: CalendarSpec): string {
    const groups: { first: Weekday; last: Weekday; hours: string }[] = [];
    for (const [i, day] of DAYS.entries()) {
        const hours = (week[day] ?? []).map((span) => span.replace('-', '–')).join(' and ');
        const before = groups[groups.length - 1];
        if (hours === '') continue;
        if (before?.hours === hours && before.last === DAYS[i - 1]) before.last = day;
        else groups.push({ first: day, last: day, hours });
    }
    return groups
        .map(({ first, last, hours }) => {
            const days = first === last ? '' : `–${DAY_NAMES[last]}`;
            return `${DAY_NAMES[first]}${days} ${hours}`;
        })
        .join(', ');
}

type Timed = Pick<ResponseWindow, 'within' | 'clock' | 'calendar' | 'starts' | 'stops'>;

/** "first attempt within 5 min of working time after the assignment". */
export function windowWords(window: Timed, { calendar }: Agreement): string {
    const { within, clock, starts, stops } = window;
    const what = stops === 'attempt' ? 'first attempt' : 'first contact';
    const start = starts === 'assigned' ? 'the assignment' : 'the MQL date';
    const own = window.calendar === calendar ? '' : ` (${window.calendar})`;
    if ('businessDays' in within) {
        const until =
            within.businessDays === 0
                ? 'on the same business day'
                : `by the close of business ${lengthWords(within)} later`;
        return `${what} ${until}, from ${start}${own}`;
    }
    const time = clock === 'open' ? ` of working time${own}` : '';
    return `${what} within ${lengthWords(within)}${time} after ${start}`;
}

export function evidenceWords(evidence: Evidence): string {
    if (evidence.kind === 'note') return quoted(evidence.ask);
    return evidence.kind === 'attempts' ? 'the attempts' : evidence.field.replace(/_/g, ' ');
}

export function alarmWords({ below, above, months }: Alarm): string {
    const bound =
        below === null
            ? `above ${valueText(above, 'above')}`
            : `below ${valueText(below, 'below')}`;
    return months > 1 ? `${bound} for ${months} months` : bound;
}

/** What is counted among what. */
export function metricWords(metric: Metric, agreement: Agreement): string {
    if (metric.kind === 'response') return windowWords(metric, agreement);
    const { labels } = agreement.decision;
    const counted = metric.numerator.map((kind) => labels[kind].label).join(' or ');
    const among = {
        decided: 'of those decided',
        delivered: 'of all handed over',
        accepted: 'of those accepted'
    };
    return `${counted}, ${among[metric.denominator]}`;
}

export function shareWords(share: number | null): string {
    return share === null ? '–' : valueText(share, 'value');
}
