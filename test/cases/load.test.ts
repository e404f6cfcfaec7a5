import { describe, expect, it } from 'vitest';
import { loadCase, loadCases } from './load.ts';

describe('the cases', () => {
    it('are named by their files, each with a title of one line', () => {
        const cases = loadCases();
        expect(cases.length).toBeGreaterThanOrEqual(20);
        for (const { id, title } of cases) {
            expect(loadCase(id).title).toBe(title);
            expect(title).toMatch(/^.{10,90}$/);
        }
    });

    it('name everybody who has the record in either CRM', () => {
        for (const { id, people, salesforce, hubspot } of loadCases()) {
            expect(people, id).toHaveProperty(salesforce.user);
            for (const { value } of hubspot.portal.contact.history?.hubspot_owner_id ?? [])
                if (value !== null && value !== '') expect(people, id).toHaveProperty(value);
        }
    });
});
