import { describe, expect, it } from 'vitest';
import {
    childrenOf,
    filesUnder,
    readMetadata,
    textOf,
    type Element
} from '../../scripts/sandbox/salesforce/metadata.ts';
import { salesforceWrite } from '../../shared/crm/salesforce/write.ts';
import { defaultAgreement } from '../support/agreement.ts';
import { FORCE_APP } from './package.ts';

const DECISION = [
    'Handoff_Decision_Note__c',
    'Handoff_Decision__c',
    'Handoff_Reason_Detail__c',
    'Handoff_Reason__c'
];
const MARKETING = [
    'Handoff_Marketing_Score__c',
    'Handoff_Mql_At__c',
    'Handoff_Score_At_Mql__c',
    'Handoff_Score_Breakdown__c'
];
const ANSWER = ['Handoff_Feedback_Note__c', 'Handoff_Feedback__c'];

const paths = filesUnder(FORCE_APP);
const sets = new Map(readMetadata(paths, 'permissionset').map((file) => [file.name, file.content]));
const fields = readMetadata(paths, 'field').filter(({ name }) => name.startsWith('Handoff_'));

describe('the permission sets', () => {
    it('are one for each role', () => {
        expect([...sets.keys()].sort()).toEqual([
            'Handoff_Admin',
            'Handoff_Integration',
            'Handoff_Marketer',
            'Handoff_Rep'
        ]);
    });

    // What the panel reads in user mode fails as a whole for a single field that is hidden.
    it.each([...sets])('%s shows every field of a handoff and of an engagement', (_, set) => {
        for (const object of ['Lead', 'Contact', 'Handoff_Engagement__c']) {
            expect(fieldsOf(set, object, 'readable')).toEqual(optional(object));
        }
    });

    it.each([
        ['Handoff_Rep', DECISION],
        ['Handoff_Marketer', ANSWER],
        ['Handoff_Integration', MARKETING]
    ])('%s edits what its people know, and no stamp', (name, editable) => {
        for (const object of ['Lead', 'Contact']) {
            expect(fieldsOf(setNamed(name), object, 'editable')).toEqual(editable);
        }
    });

    it('let a rep write what the panel writes', () => {
        const decision = {
            kind: 'accepted',
            reason: null,
            detail: null,
            note: null,
            at: 0,
            by: null
        } as const;
        for (const object of ['Lead', 'Contact'] as const) {
            const written = Object.keys(salesforceWrite(decision, object, defaultAgreement()));
            const own = written.filter((field) => field.endsWith('__c'));
            expect(own.sort()).toEqual(fieldsOf(setNamed('Handoff_Rep'), object, 'editable'));
        }
    });

    it('Handoff_Admin edits whatever is not computed', () => {
        for (const object of ['Lead', 'Contact']) {
            const stored = fields
                .filter(({ parent, content }) => parent === object && !('formula' in content))
                .map(({ name }) => name);
            expect(fieldsOf(setNamed('Handoff_Admin'), object, 'editable')).toEqual(stored.sort());
        }
    });

    it('show problems to admins only, and let nobody write them', () => {
        for (const [name, set] of sets) {
            const problem = objectOf(set, 'Handoff_Problem__c');
            expect(textOf(problem, 'allowRead')).toBe(name === 'Handoff_Admin' ? 'true' : null);
            expect(fieldsOf(set, 'Handoff_Problem__c', 'editable')).toEqual([]);
        }
    });

    it('show what became of the leads to all but the sync, and let nobody write it', () => {
        for (const [name, set] of sets) {
            const outcome = objectOf(set, 'Handoff_Outcome__c');
            const isSync = name === 'Handoff_Integration';
            expect(textOf(outcome, 'allowRead')).toBe(isSync ? null : 'true');
            expect(textOf(outcome, 'allowEdit')).not.toBe('true');
            expect(fieldsOf(set, 'Handoff_Outcome__c', 'editable')).toEqual([]);
            expect(fieldsOf(set, 'Handoff_Outcome__c', 'readable')).toEqual(
                isSync ? [] : optional('Handoff_Outcome__c')
            );
        }
    });

    it('let only the sync and admins write engagements', () => {
        const writes = [...sets].filter(
            ([, set]) => textOf(objectOf(set, 'Handoff_Engagement__c'), 'allowEdit') === 'true'
        );
        expect(writes.map(([name]) => name).sort()).toEqual([
            'Handoff_Admin',
            'Handoff_Integration'
        ]);
    });

    it('give each custom permission to those whose it is, and no right over the org', () => {
        const granted = [...sets].map(([name, set]) => [
            name,
            childrenOf(set, 'customPermissions').map((one) => textOf(one, 'name'))
        ]);
        expect(Object.fromEntries(granted)).toEqual({
            Handoff_Admin: ['Handoff_Correct_Decisions', 'Handoff_Refresh_Acceptance'],
            Handoff_Integration: ['Handoff_Marketing_Sync'],
            Handoff_Marketer: ['Handoff_Refresh_Acceptance'],
            Handoff_Rep: []
        });
        for (const set of sets.values()) expect(childrenOf(set, 'userPermissions')).toEqual([]);
    });
});

function setNamed(name: string): Element {
    return sets.get(name) as Element;
}

function objectOf(set: Element, object: string): Element | null {
    const all = childrenOf(set, 'objectPermissions');
    return all.find((one) => textOf(one, 'object') === object) ?? null;
}

/** The fields of an object that a set makes readable or editable, in order. */
function fieldsOf(set: Element, object: string, right: 'readable' | 'editable'): string[] {
    return childrenOf(set, 'fieldPermissions')
        .filter((one) => textOf(one, right) === 'true')
        .map((one) => (textOf(one, 'field') ?? '').split('.'))
        .filter(([of]) => of === object)
        .map(([, field]) => String(field))
        .sort();
}

/** An org refuses permissions on a field that is required. */
function optional(object: string): string[] {
    return fields
        .filter(
            ({ parent, content }) => parent === object && textOf(content, 'required') !== 'true'
        )
        .map(({ name }) => name)
        .sort();
}
