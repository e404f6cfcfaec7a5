/** Writes an agreement from answers: the template with its comments, and the answers in their places. */
import { readFileSync } from 'node:fs';
import { format, type Options } from 'prettier';
import { isMap, isScalar, isSeq, parseDocument, visit, type Document } from 'yaml';
import { formatDuration } from '../../../../shared/agreement/duration.ts';
import type { Answers } from './questions.ts';
import type { Range } from './readers.ts';

const STYLE: Options = { parser: 'yaml', tabWidth: 4, printWidth: 200, singleQuote: true };
const TEMPLATE = new URL('./template.yaml', import.meta.url);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Line {
    /** The label and the detail of a reason that go with it. */
    readonly label: string;
    readonly rule: string;
    readonly detail: string;
    readonly points: number;
    readonly test: { readonly field: string } & object;
}

/** The template's reasons, by label. */
export function offeredReasons(): readonly string[] {
    const reasons = template().get('reasons');
    if (!isMap(reasons)) return [];
    return reasons.items.flatMap(({ value }) => (isMap(value) ? [String(value.get('label'))] : []));
}

/** The YAML text of an agreement. */
export function compose(answers: Answers): Promise<string> {
    const document = template();
    const lines = icpLines(answers);
    fill(document, answers);
    document.setIn(['calendars', 'office', 'week'], flowing(document, answers.hours, 1));
    document.setIn(['calendars', 'office', 'closed'], flowing(document, answers.holidays, 0));
    document.set(
        'icp',
        flowing(
            document,
            lines.map(({ label, test }) => ({ label, ...test })),
            1
        )
    );
    document.setIn(['mql', 'icp'], lines.length > 0);
    for (const { rule, label, points, test } of lines) {
        document.addIn(
            ['score', 'fit', 'rules'],
            document.createPair(rule, flowing(document, { label, points, ...test }, 0))
        );
    }
    const best = lines.reduce((sum, { points }) => sum + points, 0);
    document.setIn(['score', 'fit', 'max'], best);
    setWindow(document, 0, answers.fast, { first: 30 * MINUTE, second: 2 * HOUR });
    setWindow(document, 1, answers.standard, { first: 6 * HOUR, second: 16 * HOUR });
    keepReasons(document, answers.reasons, lines);
    // As the project's own files are written, so that its format check stays quiet.
    return format(document.toString({ lineWidth: 0, indent: 4 }), STYLE);
}

function template(): Document.Parsed {
    return parseDocument(readFileSync(TEMPLATE, 'utf8'));
}

/** Lists and maps below a depth are written on one line, as in the rest of the file. */
function flowing(document: Document, value: unknown, depth: number): unknown {
    const node = document.createNode(value);
    visit(node as never, {
        Collection(_key, collection, path) {
            if (path.filter((one) => isMap(one) || isSeq(one)).length >= depth) {
                collection.flow = true;
            }
        }
    });
    return node;
}

function fill(document: Document.Parsed, answers: Answers): void {
    const { company, marketing, sales, manager, owner, zone, from } = answers;
    const values: { readonly [name: string]: string } = {
        id: idOf(company),
        company,
        from,
        review: halfAYearAfter(from),
        zone,
        manager,
        owner,
        marketing: marketing.role,
        'marketing name': marketing.name,
        sales: sales.role,
        'sales name': sales.name
    };
    const put = (text: string): string =>
        text.replace(/«([\w ]+)»/g, (_, name: string) => values[name] ?? '');
    visit(document, {
        Scalar(_key, node) {
            if (typeof node.value === 'string') node.value = put(node.value);
        }
    });
    document.commentBefore = put(document.commentBefore ?? '');
    const { contents } = document;
    if (isMap(contents)) contents.commentBefore = put(contents.commentBefore ?? '');
    for (const pair of isMap(contents) ? contents.items : []) {
        if (isScalar(pair.key)) pair.key.commentBefore = put(pair.key.commentBefore ?? '');
    }
}

function idOf(company: string): string {
    const plain = company.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    const id = plain
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 70);
    return `${id === '' ? 'our' : id}-mql`;
}

function halfAYearAfter(date: string): string {
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
    // The day before, where the month is too short.
    const last = new Date(Date.UTC(year, month + 6, 0)).getUTCDate();
    const review = new Date(Date.UTC(year, month + 5, Math.min(day, last)));
    return review.toISOString().slice(0, 10);
}

/** The lines of the ICP, each with its points of the 40 that fit can give. */
function icpLines(answers: Answers): readonly Line[] {
    const { employees, revenue, industries, countries, titles } = answers;
    const listed = (values: readonly string[]): { in: string[] } | null =>
        values.length === 0 ? null : { in: [...values] };
    const given = [
        {
            field: 'employees',
            label: 'Company size',
            rule: 'size',
            detail: 'company_size',
            points: 12,
            test: employees
        },
        {
            field: 'revenue',
            label: 'Revenue',
            rule: 'revenue',
            detail: 'revenue',
            points: 8,
            test: revenue
        },
        {
            field: 'industry',
            label: 'Industry we serve',
            rule: 'industry',
            detail: 'industry',
            points: 8,
            test: listed(industries)
        },
        {
            field: 'country',
            label: 'Country we sell in',
            rule: 'country',
            detail: 'geography',
            points: 8,
            test: listed(countries)
        },
        {
            field: 'title',
            label: 'Decision-maker’s title',
            rule: 'title',
            detail: 'persona',
            points: 12,
            test: titles.length === 0 ? null : { contains: [...titles] }
        }
    ];
    return given.flatMap(({ field, label, rule, detail, points, test }) =>
        test === null
            ? []
            : [{ label: label + rangeWords(test), rule, detail, points, test: { field, ...test } }]
    );
}

function rangeWords(test: Range | object): string {
    const number = (value: number): string => value.toLocaleString('en');
    if ('between' in test) return ` ${test.between.map(number).join('–')}`;
    if ('atLeast' in test) return ` ${number(test.atLeast)} or more`;
    return '';
}

/** The ladder begins no sooner than the window ends. */
function setWindow(
    document: Document,
    index: number,
    within: number,
    usual: { readonly first: number; readonly second: number }
): void {
    const first = Math.max(usual.first, within);
    const second = Math.max(usual.second, first * 2);
    const path = ['windows', index];
    document.setIn([...path, 'within'], formatDuration(within));
    document.setIn([...path, 'ladder', 0, 'at'], formatDuration(first));
    document.setIn([...path, 'ladder', 1, 'at'], formatDuration(second));
}

/** Leaves the reasons that were chosen, and of their details those that the ICP can speak to. */
function keepReasons(document: Document, labels: readonly string[], lines: readonly Line[]): void {
    const reasons = document.get('reasons');
    if (!isMap(reasons)) return;
    reasons.items = reasons.items.filter(
        ({ value }) => isMap(value) && labels.includes(String(value.get('label')))
    );
    const details = reasons.getIn(['icp_mismatch', 'details']);
    if (!isMap(details)) return;
    const known = lines.map(({ detail }) => detail);
    details.items = details.items.filter(({ key }) => known.includes(String(key)));
    if (details.items.length === 0) reasons.deleteIn(['icp_mismatch', 'details']);
}
