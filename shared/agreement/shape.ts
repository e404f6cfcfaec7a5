/** The blocks that the agreement's schema is built of; each says what it takes and how to mend what it got. */
import * as v from 'valibot';
import { formatDate, parseDate } from '../calendar/days.ts';
import { DURATION_EXAMPLES, durationProblem, parseDuration } from './duration.ts';
import type { DurationForm } from './duration.ts';
import { nearest, suggestion } from './nearest.ts';

const has = (object: object, key: string): boolean =>
    Object.prototype.hasOwnProperty.call(object, key);

/** A value as the author would see it, cut short. */
function shown(value: unknown): string {
    if (value === null || value === undefined) return 'nothing';
    if (Array.isArray(value)) return 'a list';
    if (typeof value === 'object') return 'a map';
    const text = JSON.stringify(value);
    return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

const got = (what: string) => (issue: v.BaseIssue<unknown>) =>
    `must be ${what}, not ${shown(issue.input)}`;

/** What the reference says of a value: what it takes, or the name of a section that tells. */
export interface Reference {
    readonly takes?: string;
    readonly section?: string;
}

function takes<Schema>(words: string, schema: Schema): Schema {
    return v.pipe(schema as never, v.metadata({ takes: words }));
}

/** Describes a schema that stands in several places once, in a section of the reference. */
export function section<Schema>(name: string, schema: Schema): Schema {
    return v.pipe(schema as never, v.metadata({ section: name }));
}

/** A map of which no more is known yet. */
export type Loose = { [key: string]: unknown };

const isPlainMap = (input: unknown): input is Loose =>
    typeof input === 'object' && input !== null && !Array.isArray(input);

/** A check with a code of its own: valibot keeps the code in `expected`. */
function coded<T>(code: string, problem: (value: T) => string | null): v.RawCheckAction<T> {
    return v.rawCheck(({ dataset, addIssue }) => {
        const message = dataset.typed ? problem(dataset.value) : null;
        if (message !== null) addIssue({ expected: code, message });
    });
}

/** A map with fixed keys. Unlike `strictObject` it reports every unknown key, with the one that was meant. */
export function map<const Entries extends v.ObjectEntries>(
    entries: Entries
): v.GenericSchema<unknown, v.InferOutput<v.StrictObjectSchema<Entries, undefined>>> {
    const known = Object.keys(entries);
    const unknownKeys = v.rawCheck<Loose>(({ dataset, addIssue }) => {
        const value = dataset.value;
        if (!isPlainMap(value)) return;
        for (const key of Object.keys(value).filter((name) => !has(entries, name))) {
            const near = nearest(key, known);
            const mend =
                near === null ? `known here: ${known.join(', ')}` : `did you mean "${near}"?`;
            addIssue({
                expected: 'key.unknown',
                message: `unknown key "${key}"; ${mend}`,
                path: [{ type: 'object', origin: 'key', input: value, key, value: value[key] }]
            });
        }
    });
    const shape = v.pipe(
        v.custom<Loose>(isPlainMap, got(`a map with ${known.join(', ')}`)),
        v.looseObject(entries) as v.GenericSchema<Loose, Loose>,
        unknownKeys
    );
    return shape as never;
}

const ID = /^[a-z][a-z0-9_]{0,39}$/;
const ID_FORM =
    'lower-case letters, digits and underscores, a letter first, 40 at most (such as company_size)';

/** A name that other parts refer to. */
export const id = takes(
    `a name: ${ID_FORM}`,
    v.pipe(
        v.string(got('a name')),
        coded('id.form', (name: string) =>
            ID.test(name) ? null : `the name "${name}" must be ${ID_FORM}`
        )
    )
);

/** A map whose keys the author chooses. */
export function mapOf<Item extends v.GenericSchema<unknown, unknown>>(item: Item) {
    return v.pipe(
        v.custom<{ [id: string]: unknown }>(
            isPlainMap,
            got('a map of names, each with its own keys')
        ),
        v.record(id, item)
    );
}

export function listOf<Item extends v.GenericSchema<unknown, unknown>>(item: Item) {
    return v.array(item, got('a list, such as [a, b]'));
}

/** A list with at least one item, none of them twice. */
export function distinct<Item extends v.GenericSchema<unknown, string>>(item: Item) {
    const twice = v.rawCheck<string[]>(({ dataset, addIssue }) => {
        if (!dataset.typed) return;
        const input = dataset.value;
        input.forEach((value, key) => {
            if (input.indexOf(value) === key) return;
            addIssue({
                expected: 'value.twice',
                message: `"${value}" is listed twice; remove one`,
                path: [{ type: 'array', origin: 'value', input, key, value }]
            });
        });
    });
    return v.pipe(someOf(item), twice as unknown as v.RawCheckAction<v.InferOutput<Item>[]>);
}

/** A list with at least one item. */
export function someOf<Item extends v.GenericSchema<unknown, unknown>>(item: Item) {
    return v.pipe(
        listOf(item),
        v.nonEmpty('must have at least one item; fill the list or remove the key')
    );
}

export const text = takes(
    'text',
    v.pipe(
        v.string((issue) =>
            typeof issue.input === 'number' || typeof issue.input === 'boolean'
                ? `must be text; put ${String(issue.input)} in quotes`
                : got('text')(issue)
        ),
        coded('value.empty', (value: string) =>
            value.trim() === '' ? 'must not be empty; write something' : null
        )
    )
);

export const flag = takes('true or false', v.boolean(got('true or false')));

export const number = takes(
    'a number',
    v.pipe(v.number(got('a number')), v.finite('must be a finite number'))
);

export function numberFrom(min: number, max = Infinity) {
    const range = max === Infinity ? `${min} or more` : `from ${min} to ${max}`;
    const problem = `must be a number ${range}`;
    return takes(
        `a number ${range}`,
        v.pipe(number, v.minValue(min, problem), v.maxValue(max, problem))
    );
}

export function wholeFrom(min: number, max = 1_000_000) {
    return takes(
        `a whole number from ${min} to ${max}`,
        v.pipe(
            v.number(got(`a whole number from ${min} to ${max}`)),
            coded('value.range', (value: number) =>
                Number.isInteger(value) && value >= min && value <= max
                    ? null
                    : `must be a whole number from ${min} to ${max}, not ${value}`
            )
        )
    );
}

export function oneOf<const Options extends readonly string[]>(options: Options) {
    return v.picklist(options, ({ input }) =>
        typeof input === 'string'
            ? `"${input}" is not known here${suggestion(input, options)}`
            : `must be one of: ${options.join(', ')}`
    );
}

export function duration(form: DurationForm) {
    return takes(
        `a duration: ${DURATION_EXAMPLES[form]}`,
        v.pipe(
            v.string(got('a duration, such as PT4H or P30D')),
            coded('duration.form', (value: string) =>
                parseDuration(value, form) === null ? durationProblem(value, form) : null
            )
        )
    );
}

export const date = takes(
    'a date: 2026-10-01',
    v.pipe(
        v.string(got('a date, such as 2026-10-01')),
        coded('date.form', (value: string) => {
            const day = parseDate(value);
            const ok = day !== null && formatDate(day) === value;
            return ok ? null : `"${value}" is no date; write year-month-day, such as 2026-10-01`;
        })
    )
);
