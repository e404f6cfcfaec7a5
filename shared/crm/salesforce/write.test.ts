import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { salesforceFields } from './fields.ts';
import { agreement } from './salesforce.testkit.ts';
import { HANDOFF } from './names.ts';
import { salesforceWrite } from './write.ts';

const at = Date.UTC(2026, 10, 20, 16);
const rejected = {
    kind: 'rejected',
    reason: 'icp_mismatch',
    detail: 'company_size',
    note: null,
    at,
    by: null
} as const;

describe('salesforceWrite', () => {
    it("writes a decision with the agreement's status, and clears what was there", () => {
        expect(salesforceWrite(rejected, 'Lead', agreement)).toEqual({
            Handoff_Decision__c: 'rejected',
            Handoff_Reason__c: 'icp_mismatch',
            Handoff_Reason_Detail__c: 'company_size',
            Handoff_Decision_Note__c: null,
            Status: 'Closed - Not Converted'
        });
    });

    it('leaves a status alone that the agreement does not name, or that the object does not have', () => {
        const recycled = { ...rejected, kind: 'recycled' } as const;
        expect(salesforceWrite(recycled, 'Lead', agreement)).not.toHaveProperty('Status');
        expect(salesforceWrite(rejected, 'Contact', agreement)).not.toHaveProperty('Status');
    });
});

describe('the fields that are read', () => {
    it.each(['Lead', 'Contact'] as const)('of Handoff are in the package for %s', (objectName) => {
        const files = readdirSync(`force-app/main/default/objects/${objectName}/fields`);
        for (const field of Object.values(HANDOFF)) {
            expect(files).toContain(`${field}.field-meta.xml`);
        }
    });

    it.each(['Lead', 'Contact'] as const)(
        'of a %s are in the query of the Apex class',
        (objectName) => {
            const source = readFileSync(
                'force-app/main/default/classes/HandoffPersonQuery.cls',
                'utf8'
            );
            const query =
                new RegExp(`SELECT([^\\]]*)FROM ${objectName}\\b`).exec(source)?.[1] ?? '';
            const selected = query.split(',').map((field) => `${objectName}.${field.trim()}`);
            expect(selected).toEqual(
                expect.arrayContaining(salesforceFields(objectName, agreement))
            );
        }
    );

    it('include those that the agreement names, once', () => {
        const own = {
            ...agreement,
            fields: [
                {
                    id: 'stack',
                    label: 'Stack',
                    salesforce: { Lead: 'Stack__c', Contact: null },
                    hubspot: null
                },
                {
                    id: 'again',
                    label: 'Again',
                    salesforce: { Lead: 'Stack__c', Contact: null },
                    hubspot: null
                }
            ]
        };
        const fields = salesforceFields('Lead', own).filter((field) => field === 'Lead.Stack__c');
        expect(fields).toHaveLength(1);
        expect(salesforceFields('Contact', own)).not.toContain('Contact.Stack__c');
    });
});
