import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultAgreement } from '../../test/support/agreement.ts';
import { FEEDBACK, HANDOFF, STAMP } from '../../shared/crm/hubspot/names.ts';
import { columnFinder, columnsOf } from './columns.ts';

const find = columnFinder(defaultAgreement());
/** Kept for other things than counting. */
const OTHERS = /Attempts__c|_By__c|Note__c|Escalation|Score|Clock_Started|In_Time|Feedback_Seen/;

describe('the columns of an export', () => {
    it('are known by the name and by the label of each of Salesforce’s fields', () => {
        const folder = 'force-app/main/default/objects/Lead/fields';
        const files = readdirSync(folder).filter((file) => !OTHERS.test(file));
        expect(files.length).toBeGreaterThan(12);
        for (const file of files) {
            const text = readFileSync(`${folder}/${file}`, 'utf8');
            const [name, label] = ['fullName', 'label'].map(
                (tag) => new RegExp(`<${tag}>(.*?)</${tag}>`).exec(text)?.[1] ?? ''
            ) as [string, string];
            expect(find(name), name).toBeDefined();
            expect(find(label)?.key, label).toBe(find(name)?.key);
        }
    });

    it('are known by the name and by the label of each of HubSpot’s properties', () => {
        const { properties } = JSON.parse(
            readFileSync('hubspot-project/properties/contacts.json', 'utf8')
        ) as { properties: { name: string; label: string }[] };
        const { attempts, scoreAtMql, scoreBreakdown, ...stamps } = STAMP;
        const { by, note, ...feedback } = FEEDBACK;
        const { decidedBy, note: decisionNote, ...decision } = HANDOFF;
        const unread = [attempts, scoreAtMql, scoreBreakdown, by, note, decidedBy, decisionNote];
        for (const name of Object.values({ ...stamps, ...feedback, ...decision })) {
            expect(unread).not.toContain(name);
            const { label = '' } = properties.find((one) => one.name === name) ?? {};
            expect(find(name), name).toBeDefined();
            expect(find(label)?.key, label).toBe(find(name)?.key);
        }
    });

    it('that are missing are named, with what there is', () => {
        const header = ['Name', 'Handoff Decision', 'Colour'];
        expect(() => columnsOf(header, defaultAgreement(), 'leads.csv')).toThrow(
            expect.objectContaining({
                code: 'report.columns',
                message: expect.stringContaining('Handoff_Mql_At__c') as string,
                where: 'leads.csv, which has: Name, Handoff Decision, Colour',
                mend: expect.stringContaining('MQL Since') as string
            })
        );
    });
});
