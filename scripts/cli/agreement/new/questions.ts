/** What the guided start asks; an answers file holds the same answers under the same names. */
import {
    readDay,
    readDays,
    readHours,
    readLength,
    readList,
    readName,
    readPerson,
    readRange,
    readZone,
    type Person,
    type Range,
    type Read,
    type Reader,
    type Week
} from './readers.ts';

export interface Answers {
    readonly company: string;
    readonly zone: string;
    readonly hours: Week;
    readonly holidays: readonly string[];
    readonly employees: Range | null;
    readonly revenue: Range | null;
    readonly industries: readonly string[];
    readonly countries: readonly string[];
    readonly titles: readonly string[];
    readonly fast: number;
    readonly standard: number;
    readonly reasons: readonly string[];
    readonly marketing: Person;
    readonly sales: Person;
    readonly manager: string;
    readonly owner: string;
    readonly from: string;
}

export interface Question<Key extends keyof Answers = keyof Answers> {
    readonly key: Key;
    readonly ask: string;
    readonly example: string;
    /** What it is when nothing else is said; undefined: it must be said. */
    readonly usual?: string;
    readonly read: Reader<Answers[Key]>;
}

type Questions = { readonly [Key in keyof Answers]: Omit<Question<Key>, 'key'> };

/** @param reasons what the template offers: the label of each reason */
export function questions(
    reasons: readonly string[],
    { zone, today }: { readonly zone: string | null; readonly today: string }
): readonly Question[] {
    const all: Questions = {
        company: { ask: 'What is the company called?', example: 'Acme', read: readName },
        zone: {
            ask: 'In which time zone does sales work?',
            example: 'Europe/Berlin',
            ...(zone === null ? {} : { usual: zone }),
            read: readZone
        },
        hours: {
            ask: 'When does sales work?',
            example: 'Mon-Thu 08:30-12:00 13:00-17:30, Fri 08:30-12:00',
            usual: 'Mon-Fri 09:00-17:00',
            read: readHours
        },
        holidays: {
            ask: 'On which days is everybody off? (dates, or nothing)',
            example: '2026-12-25, 2027-01-01',
            usual: '',
            read: readDays
        },
        employees: {
            ask: 'ICP: how many people do your customers employ? (or nothing)',
            example: '50-500, or 20+',
            usual: '50-500',
            read: readRange
        },
        revenue: {
            ask: 'ICP: what yearly revenue do they have? (or nothing)',
            example: '5M-100M',
            usual: '',
            read: readRange
        },
        industries: {
            ask: 'ICP: in which industries, as your CRMs name them? (or nothing)',
            example: 'Software, COMPUTER_SOFTWARE, Manufacturing',
            usual: '',
            read: readList
        },
        countries: {
            ask: 'ICP: in which countries, as your CRMs name them? (or nothing)',
            example: 'US, United States, CA, Canada',
            usual: '',
            read: readList
        },
        titles: {
            ask: 'ICP: which words are in a buyer’s title? (or nothing)',
            example: 'VP, Head, Director',
            usual: 'VP, Vice President, Chief, Head, Director',
            read: readList
        },
        fast: {
            ask: 'How soon does sales answer a demo, trial or contact request?',
            example: '5 min',
            usual: '5 min',
            read: readLength
        },
        standard: {
            ask: 'How soon does sales answer every other MQL?',
            example: '4 h',
            usual: '4 h',
            read: readLength
        },
        reasons: {
            ask: 'For which reasons may sales reject a lead?',
            example: reasons.slice(0, 2).join(', '),
            usual: reasons.join(', '),
            read: (answer) => readChoices(answer, reasons)
        },
        marketing: {
            ask: 'Who signs for marketing?',
            example: 'CMO: Jonas Weber',
            read: readPerson
        },
        sales: { ask: 'Who signs for sales?', example: 'VP Sales: Amara Okafor', read: readPerson },
        manager: {
            ask: 'Who is told first when a lead waits too long?',
            example: 'Diego Ramos, Sales Manager',
            read: readName
        },
        owner: {
            ask: 'Who keeps the agreement and measures?',
            example: 'Priya Nair, RevOps',
            read: readName
        },
        from: {
            ask: 'From which day does it count?',
            example: '2026-10-01',
            usual: today,
            read: readDay
        }
    };
    // Each question stands under its own key.
    return Object.entries(all).map(([key, question]) => ({ key, ...question }) as Question);
}

function readChoices(answer: string, offered: readonly string[]): Read<readonly string[]> {
    const read = readList(answer);
    if ('problem' in read) return read;
    const found = read.value.map((name) =>
        offered.find((one) => one.toLowerCase() === name.toLowerCase())
    );
    const unknown = read.value.find((_, i) => found[i] === undefined);
    if (unknown !== undefined) {
        return { problem: `“${unknown}” is not offered; choose of ${offered.join(', ')}.` };
    }
    const value = found.filter((name) => name !== undefined);
    return value.length === 0 ? { problem: 'Choose one or more.' } : { value };
}
