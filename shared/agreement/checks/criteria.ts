import type { Finding, Path } from '../finding.ts';
import type { WrittenCriterion } from '../criterionSchema.ts';
import { suggestion } from '../nearest.ts';
import type { Draft } from '../read.ts';

import type { Check } from './check.ts';
import { entriesOf, itemsOf } from './check.ts';

const NUMBER_FIELDS = ['employees', 'revenue'];
const TEXT_FIELDS = ['name', 'email', 'phone', 'title', 'company', 'industry', 'country'];
const BUILT_IN_FIELDS: readonly string[] = [...TEXT_FIELDS, ...NUMBER_FIELDS];

/** Every field that a criterion tests, those within `any` and `all` included. */
export function fieldsOf(criterion: Draft<WrittenCriterion>): string[] {
    const inner = [...itemsOf(criterion.any), ...itemsOf(criterion.all)];
    const own = criterion.field === undefined ? [] : [criterion.field];
    return [...own, ...inner.flatMap(([, part]) => fieldsOf(part))];
}

/** Criteria of the ICP and the score speak of fields that exist, with tests that can be met. */
export const checkCriteria: Check = ({ draft }) => {
    const custom = Object.keys(draft.fields ?? {});
    const known = [...BUILT_IN_FIELDS, ...custom];
    const findings: Finding[] = custom
        .filter((id) => BUILT_IN_FIELDS.includes(id))
        .map((id) => ({
            code: 'field.built_in',
            path: ['fields', id],
            message: `the field "${id}" is built in; remove it, or name yours otherwise`,
            at: 'key'
        }));
    const check = (criterion: Draft<WrittenCriterion>, path: Path): void => {
        for (const [i, inner] of itemsOf(criterion.any)) check(inner, [...path, 'any', i]);
        for (const [i, inner] of itemsOf(criterion.all)) check(inner, [...path, 'all', i]);
        const { field } = criterion;
        if (field !== undefined && !known.includes(field)) {
            const message = `there is no field "${field}"${suggestion(field, known)}, or add it under fields`;
            findings.push({ code: 'field.unknown', path: [...path, 'field'], message });
        }
        findings.push(...checkTest(criterion, path));
    };
    for (const [i, criterion] of itemsOf(draft.icp)) check(criterion, ['icp', i]);
    for (const name of ['fit', 'engagement'] as const) {
        for (const [id, rule] of entriesOf(draft.score?.[name]?.rules)) {
            if (rule.signal === undefined) check(rule, ['score', name, 'rules', id]);
        }
    }
    return findings;
};

/** The test suits its field: numbers are compared, text is looked through. */
function checkTest(criterion: Draft<WrittenCriterion>, path: Path): Finding[] {
    const { field = '', between, is } = criterion;
    const findings: Finding[] = [];
    const wrong = (operator: keyof WrittenCriterion, use: string): void => {
        if (criterion[operator] === undefined) return;
        const message = `"${operator}" does not suit the field "${field}"; use ${use}`;
        findings.push({ code: 'criterion.type', path: [...path, operator], message, at: 'key' });
    };
    if (NUMBER_FIELDS.includes(field)) {
        for (const operator of ['in', 'contains'] as const)
            wrong(operator, 'between, atLeast or atMost');
        if (typeof is !== 'number') wrong('is', 'a number, between, atLeast or atMost');
    } else if (TEXT_FIELDS.includes(field)) {
        for (const operator of ['between', 'atLeast', 'atMost'] as const)
            wrong(operator, 'in, contains or is');
        if (typeof is !== 'string') wrong('is', 'a text, in or contains');
    }
    const [min, max] = (between ?? []) as readonly (number | undefined)[];
    if (min !== undefined && max !== undefined && min > max) {
        const message = `between ${min} and ${max} is empty; write the smaller number first`;
        findings.push({ code: 'criterion.empty_range', path: [...path, 'between'], message });
    }
    return findings;
}
