/** A single value of the agreement as people read it. */
import { lengthWords } from '../lengthWords.ts';
import { isDuration } from './compare.ts';
import { isItem } from './keys.ts';

const SHARES = ['target', 'value', 'below', 'above'];
const BARE = /^(\d{4}-\d\d-\d\d|[A-Z]\w+\/\w+)$/;

const WORDS: { readonly [key: string]: { readonly [value: string]: string } } = {
    clock: { open: 'working time', elapsed: 'time around the clock' },
    starts: { assigned: 'the assignment', mql: 'the MQL date' },
    stops: { attempt: 'the first attempt', contact: 'the first contact' },
    reassignment: {
        restart: 'starting the window again',
        continue: 'letting the window run on',
        split: 'counting each owner apart'
    },
    cohort: { mql_date: 'by the MQL date', decision_date: 'by the date of the decision' },
    denominator: {
        decided: 'the decided ones',
        delivered: 'all that were handed over',
        accepted: 'the accepted ones'
    },
    count: {
        engagements: 'each time',
        visits: 'visits',
        pages_in_visit: 'pages within one visit'
    },
    kind: { decision: 'a share of the decisions', response: 'a share of those answered in time' }
};

/** @param key the key that holds it */
export function valueText(value: unknown, key: string): string {
    if (value === undefined || value === null) return 'none';
    if (isDuration(value)) return lengthWords(value);
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    if (typeof value === 'number') return SHARES.includes(key) ? share(value) : number(value);
    if (typeof value === 'string') return WORDS[key]?.[value] ?? quoted(value);
    if (Array.isArray(value)) return value.length === 0 ? 'closed' : value.join(', ');
    return isItem(value) ? testText(value) : '';
}

export function quoted(text: string): string {
    return BARE.test(text) ? text : `“${text}”`;
}

function testText(test: { readonly [operator: string]: unknown }): string {
    const [[operator, value] = ['', undefined]] = Object.entries(test);
    if (Array.isArray(value)) {
        const values = value.map((one) => (typeof one === 'number' ? number(one) : String(one)));
        if (operator === 'between') return values.join('–');
        return `${operator === 'contains' ? 'contains' : 'is'} ${values.join(', ')}`;
    }
    if (operator === 'known') return value === true ? 'is known' : 'is not known';
    const text = typeof value === 'string' ? quoted(value) : valueText(value, operator);
    if (operator === 'atLeast') return `at least ${text}`;
    return operator === 'atMost' ? `at most ${text}` : `is ${text}`;
}

function share(value: number): string {
    return `${Number((value * 100).toPrecision(12))}%`;
}

function number(value: number): string {
    return new Intl.NumberFormat('en', { maximumFractionDigits: 20 }).format(value);
}
