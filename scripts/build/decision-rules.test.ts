import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { alwaysOn, berlin, defaultAgreement } from '../../test/support/agreement.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import { DECISION_KINDS } from '../../shared/lead.ts';
import { loadSchema } from '../sandbox/salesforce/schema.ts';
import type { SObjectType, ValidationRule } from '../sandbox/salesforce/schema.ts';
import type { Row } from '../sandbox/salesforce/store.ts';
import { isBroken } from '../sandbox/salesforce/dml/validationRules.ts';
import { decisionRules } from './decision-rules.ts';

const OBJECTS = ['Lead', 'Contact'] as const;
const schema = loadSchema('force-app/main');
const agreement = defaultAgreement();

const REASONS = [null, ...agreement.reasons.map(({ code }) => code)];
const DETAILS = [
    null,
    ...agreement.reasons.flatMap(({ details }) => details.map(({ code }) => code))
];
const KINDS = [null, ...DECISION_KINDS];

describe.each(OBJECTS)('the rules of a decision on %s', (name) => {
    const object = schema.get(name.toLowerCase()) as SObjectType;
    const rules = rulesOf(agreement, name);

    it('are the ones that the package ships', () => {
        expect(object.validationRules.filter((rule) => rule.name.startsWith('Handoff_'))).toEqual(
            [...rules].sort((a, b) => (a.name < b.name ? -1 : 1))
        );
    });

    it.each(rules)('$name shows its message on a field of the object', (rule) => {
        expect(object.fields.has(String(rule.displayField).toLowerCase())).toBe(true);
        expect(rule.message.length).toBeLessThanOrEqual(255);
    });

    it('allow exactly what the agreement allows, of every decision, reason and detail', () => {
        const wrong: string[] = [];
        for (const kind of KINDS)
            for (const reason of REASONS)
                for (const detail of DETAILS) {
                    const row = decided(kind, reason, detail, 99);
                    const refused = broken(rules, object, { row, before: null });
                    if ((refused.length === 0) !== isAgreed(kind, reason, detail)) {
                        wrong.push(`${kind}, ${reason}, ${detail}: ${refused.join(', ')}`);
                    }
                }
        expect(wrong).toEqual([]);
    });

    it.each([
        ['rejected', null, null, 'Handoff_Decision_Needs_Reason'],
        ['recycled', null, null, 'Handoff_Decision_Needs_Reason'],
        ['recycled', 'no_budget', null, 'Handoff_Reason_Fits_Decision'],
        ['accepted', 'no_budget', null, 'Handoff_Reason_Fits_Decision'],
        [null, 'no_budget', null, 'Handoff_Reason_Fits_Decision'],
        ['rejected', 'no_budget', 'student', 'Handoff_Detail_Fits_Reason'],
        ['rejected', 'not_a_buyer', 'geography', 'Handoff_Detail_Fits_Reason'],
        ['accepted', null, 'student', 'Handoff_Detail_Fits_Reason'],
        ['rejected', 'not_a_buyer', null, 'Handoff_Reason_Needs_Detail']
    ])('refuse %s, %s, %s by one rule alone', (kind, reason, detail, rule) => {
        const row = decided(kind, reason, detail, 99);
        expect(broken(rules, object, { row, before: null })).toEqual([rule]);
    });

    it.each([
        [null, true],
        [0, false],
        [2, false],
        [3, true],
        [9, true]
    ])('after %s counted attempts, "unresponsive" is allowed: %s', (attempts, allowed) => {
        for (const kind of ['rejected', 'recycled']) {
            const row = decided(kind, 'unresponsive', null, attempts);
            expect(broken(rules, object, { row, before: null })).toEqual(
                allowed ? [] : ['Handoff_Unresponsive_Needs_Attempts']
            );
        }
    });

    it('leave a record alone that breaks them since before, until its decision is touched', () => {
        const before = decided('rejected', null, null, 0);
        const row = { ...before, Handoff_Attempts__c: 1 };
        expect(broken(rules, object, { row, before })).toEqual([]);
        const touched = { ...before, Handoff_Decision__c: 'recycled' };
        expect(broken(rules, object, { row: touched, before })).toEqual([
            'Handoff_Decision_Needs_Reason'
        ]);
    });

    it('keep marketing from contesting without a note', () => {
        const before = decided('rejected', 'no_budget', null, 0);
        const answered = (kind: string | null, note: string | null): string[] => {
            const answer = { Handoff_Feedback__c: kind, Handoff_Feedback_Note__c: note };
            return broken(rules, object, { row: { ...before, ...answer }, before });
        };
        const refused = ['Handoff_Contest_Needs_Note'];
        expect(answered('contest', null)).toEqual(refused);
        expect(answered('contest', 'They have budget')).toEqual([]);
        expect(answered('agree', null)).toEqual([]);
        expect(answered('fix_promised', null)).toEqual([]);
        const contested = { ...before, Handoff_Feedback__c: 'contest' };
        const noted = { ...contested, Handoff_Feedback_Note__c: 'They have budget' };
        expect(broken(rules, object, { row: contested, before: noted })).toEqual(refused);
    });

    it('keep a decision from being wiped, but for a new handoff or a correction', () => {
        const before = decided('rejected', 'no_budget', null, 0);
        const wiped = decided(null, null, null, 0);
        const kept = ['Handoff_Decision_Is_Kept'];
        expect(broken(rules, object, { row: wiped, before })).toEqual(kept);
        const again = { ...wiped, Handoff_Mql_At__c: '2026-11-20T09:00:00.000Z' };
        expect(broken(rules, object, { row: again, before })).toEqual([]);
        const customPermissions = ['Handoff_Correct_Decisions'];
        expect(broken(rules, object, { row: wiped, before, customPermissions })).toEqual([]);
        const others = ['Handoff_Marketing_Sync'];
        expect(broken(rules, object, { row: wiped, before, customPermissions: others })).toEqual(
            kept
        );
        const changed = decided('accepted', null, null, 0);
        expect(broken(rules, object, { row: changed, before })).toEqual([]);
        expect(broken(rules, object, { row: wiped, before: wiped })).toEqual([]);
        expect(broken(rules, object, { row: wiped, before: null })).toEqual([]);
    });
});

describe('the rules of another agreement', () => {
    const lead = schema.get('lead') as SObjectType;
    const reasons = agreement.reasons
        .filter(({ details }) => details.length === 0)
        .map((reason) => ({ ...reason, for: ['rejected'] as const, evidence: [] }));

    it.each([berlin(), alwaysOn()])('are formulas that can be evaluated: $id', (other) => {
        const row = decided('rejected', String(other.reasons[0]?.code), null, 0);
        expect(() => broken(rulesOf(other, 'Lead'), lead, { row, before: null })).not.toThrow();
    });

    it('ask for no reason to recycle, no detail and no attempts where none are agreed', () => {
        const rules = rulesOf({ ...agreement, reasons }, 'Lead');
        expect(rules.map(({ name }) => name)).toEqual([
            'Handoff_Decision_Needs_Reason',
            'Handoff_Reason_Fits_Decision',
            'Handoff_Detail_Fits_Reason',
            'Handoff_Decision_Is_Kept',
            'Handoff_Contest_Needs_Note'
        ]);
        const of = (...parts: [string | null, string | null, string | null]): string[] =>
            broken(rules, lead, { row: decided(...parts, 0), before: null });
        expect(of('recycled', null, null)).toEqual([]);
        expect(of('recycled', 'no_budget', null)).toEqual(['Handoff_Reason_Fits_Decision']);
        expect(of('rejected', 'no_budget', null)).toEqual([]);
        expect(of('rejected', 'no_budget', 'student')).toEqual(['Handoff_Detail_Fits_Reason']);
    });

    it('ask for attempts where a detail needs them', () => {
        const detailed = agreement.reasons.map((reason) => ({
            ...reason,
            details: reason.details.map((detail) => ({
                ...detail,
                evidence: detail.code === 'student' ? [{ kind: 'attempts' } as const] : []
            }))
        }));
        const rules = rulesOf({ ...agreement, reasons: detailed }, 'Lead');
        const of = (detail: string): string[] =>
            broken(rules, lead, {
                row: decided('rejected', 'not_a_buyer', detail, 2),
                before: null
            });
        expect(of('student')).toEqual(['Handoff_Unresponsive_Needs_Attempts']);
        expect(of('vendor')).toEqual([]);
    });

    it('hold a note to a length below the field’s', () => {
        const decision = { ...agreement.decision, note: { max: 10 } };
        const rules = rulesOf({ ...agreement, decision }, 'Lead');
        const noted = (length: number): Row => ({ Handoff_Decision_Note__c: 'x'.repeat(length) });
        expect(broken(rules, lead, { row: noted(10), before: null })).toEqual([]);
        expect(broken(rules, lead, { row: noted(11), before: null })).toEqual([
            'Handoff_Note_Length'
        ]);
        expect(broken(rules, lead, { row: noted(11), before: noted(11) })).toEqual([]);
    });

    it('are refused when Salesforce could not keep them', () => {
        const [first] = agreement.reasons;
        const many = Array.from({ length: 300 }, (_, i) => ({ ...first!, code: `reason_${i}` }));
        expect(() => decisionRules({ ...agreement, reasons: many })).toThrow('Use fewer reasons');
        const labels = { ...agreement.decision.labels };
        labels.rejected = { ...labels.rejected, label: 'x'.repeat(300) };
        const decision = { ...agreement.decision, labels };
        expect(() => decisionRules({ ...agreement, decision })).toThrow('Shorten the labels');
    });
});

/** What the agreement says, in other words than the formulas'. */
function isAgreed(kind: string | null, code: string | null, detail: string | null): boolean {
    const reason = agreement.reasons.find((one) => one.code === code);
    if (kind !== 'rejected' && kind !== 'recycled') return code === null && detail === null;
    if (reason === undefined || !reason.for.includes(kind)) return false;
    const codes = reason.details.map((one) => one.code);
    return detail === null ? codes.length === 0 : codes.includes(detail);
}

function decided(
    kind: string | null,
    reason: string | null,
    detail: string | null,
    attempts: number | null
): Row {
    return {
        Handoff_Decision__c: kind,
        Handoff_Reason__c: reason,
        Handoff_Reason_Detail__c: detail,
        Handoff_Attempts__c: attempts
    };
}

function broken(
    rules: readonly ValidationRule[],
    object: SObjectType,
    save: { row: Row; before: Row | null; customPermissions?: readonly string[] }
): string[] {
    const whole = { customPermissions: [], ...save };
    return rules.filter((rule) => isBroken(rule, object, whole)).map(({ name }) => name);
}

/** The rules as they stand in the files, markup taken away. */
function rulesOf(from: Agreement, object: string): ValidationRule[] {
    return decisionRules(from)
        .filter(({ path }) => path.includes(`/objects/${object}/`))
        .map(({ text }) => {
            const { ValidationRule: rule } = new XMLParser().parse(text) as {
                ValidationRule: { [tag: string]: string };
            };
            return {
                name: String(rule.fullName),
                formula: String(rule.errorConditionFormula),
                message: String(rule.errorMessage),
                displayField: String(rule.errorDisplayField)
            };
        });
}
