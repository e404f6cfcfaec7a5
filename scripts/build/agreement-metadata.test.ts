import { readFileSync, readdirSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { parseAgreement } from '../../shared/agreement/parse.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import { agreementMetadata } from './agreement-metadata.ts';

const parsed = parseAgreement(readFileSync('shared/agreement/agreement.yaml', 'utf8'));
const agreement = parsed.agreement as Agreement;

interface Parsed {
    readonly GlobalValueSet: { readonly customValue: unknown };
}

describe('the metadata of the agreement', () => {
    it('is committed as npm run build writes it', () => {
        for (const file of agreementMetadata(agreement)) {
            expect(readFileSync(file.path, 'utf8'), file.path).toBe(file.text);
        }
    });

    it('leaves nothing behind that no agreement writes', () => {
        const folder = 'force-app/main/agreement';
        const written = agreementMetadata(agreement).map((file) => file.path);
        expect(
            readdirSync(folder, { recursive: true, withFileTypes: true })
                .filter((entry) => entry.isFile())
                .map((entry) => `${entry.parentPath}/${entry.name}`)
                .sort()
        ).toEqual(written.sort());
    });

    it('carries the rules that the server follows, word for word', () => {
        const label = 'Size < 50 & "none" >';
        const windows = agreement.windows.map((window) => ({ ...window, label }));
        const file = agreementMetadata({ ...agreement, windows }).at(-1);
        const { CustomMetadata } = new XMLParser().parse(file?.text ?? '') as {
            CustomMetadata: { values: { field: string; value: unknown }[] };
        };
        const [version, hash, rules] = CustomMetadata.values;
        expect(version).toEqual({ field: 'Handoff_Version__c', value: agreement.version });
        expect(hash).toEqual({ field: 'Handoff_Hash__c', value: agreement.hash });
        expect(JSON.parse(String(rules?.value))).toMatchObject({
            windows: windows.map(({ id }) => ({ id, label }))
        });
    });

    it('is refused when a calendar that is named is not there', () => {
        const none = { ...agreement, calendars: {} };
        expect(() => agreementMetadata(none)).toThrow(
            'The agreement names the calendar "office", but has none'
        );
    });

    it('is refused when Salesforce could not keep the rules', () => {
        const long = { ...agreement, windows: Array(2000).fill(agreement.windows[0]) };
        expect(() => agreementMetadata(long)).toThrow('Shorten its labels');
    });

    it('gives a value set that has no values one that nobody can choose, since an org takes none without', () => {
        const reasons = agreement.reasons.map((reason) => ({ ...reason, details: [] }));
        const file = agreementMetadata({ ...agreement, reasons }).find(({ path }) =>
            path.includes('Handoff_Reason_Detail')
        );
        const { GlobalValueSet } = new XMLParser().parse(file?.text ?? '') as Parsed;
        expect(GlobalValueSet.customValue).toMatchObject({ fullName: 'none', isActive: false });
    });

    it('keeps codes and labels apart, whatever characters they hold', () => {
        const label = 'Size < 50 & "none" >';
        const odd = agreement.reasons.slice(0, 1).map((reason) => ({ ...reason, label }));
        const [, reasons] = agreementMetadata({ ...agreement, reasons: odd });
        const { GlobalValueSet } = new XMLParser().parse(reasons?.text ?? '') as Parsed;
        expect(GlobalValueSet.customValue).toMatchObject({ label });
    });
});
