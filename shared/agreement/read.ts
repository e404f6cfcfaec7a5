import * as v from 'valibot';
import type { Finding, Path } from './finding.ts';
import { agreementSchema } from './schema.ts';
import type { Written } from './schema.ts';

/** What could be read of a T that may have parts missing: the checks look at no more than is there. */
export type Draft<T> = T extends string | number | boolean | null | undefined
    ? T | undefined
    : { readonly [Key in keyof T]?: Draft<T[Key]> | undefined };

export interface ReadShape {
    /** The whole, when nothing is wrong with its shape. */
    readonly written: Written | null;
    /** What is right of it: each part with something wrong is undefined in its place. */
    readonly draft: Draft<Written>;
    readonly findings: readonly Finding[];
}

const CODES: { readonly [type: string]: string } = {
    picklist: 'value.choice',
    literal: 'value.choice',
    regex: 'id.form',
    min_value: 'value.range',
    max_value: 'value.range',
    finite: 'value.range',
    length: 'value.range',
    non_empty: 'value.empty'
};

/** Holds plain data against the schema; every problem is reported, each at its place. */
export function readShape(value: unknown): ReadShape {
    const result = v.safeParse(agreementSchema, value);
    if (result.success) return { written: result.output, draft: result.output, findings: [] };
    const findings = result.issues.map(findingOf);
    const draft = findings.reduce((rest, { path }) => without(rest, path), value);
    return { written: null, draft: isObject(draft) ? draft : {}, findings };
}

function findingOf(issue: v.BaseIssue<unknown>): Finding {
    const path = (issue.path ?? []).map(({ key }) => key as string | number);
    const last = issue.path?.[issue.path.length - 1];
    const origin = last && 'origin' in last ? last.origin : 'value';
    if (issue.type === 'loose_object') {
        const name = String(path[path.length - 1]);
        return { code: 'key.missing', path, message: `missing key "${name}"; add it` };
    }
    const code =
        issue.type === 'raw_check' ? (issue.expected ?? '') : (CODES[issue.type] ?? 'value.type');
    return { code, path, message: issue.message, at: origin === 'key' ? 'key' : 'value' };
}

function isObject(value: unknown): value is object {
    return typeof value === 'object' && value !== null;
}

/** A copy in which what stands at the path is undefined; keys stay, so that references to them hold. */
function without(value: unknown, path: Path): unknown {
    const [first, ...rest] = path;
    if (first === undefined) return undefined;
    if (!isObject(value)) return value;
    const part = without((value as { [key: string]: unknown })[first], rest);
    if (Array.isArray(value)) return value.map((item: unknown, i) => (i === first ? part : item));
    return { ...value, [first]: part };
}
