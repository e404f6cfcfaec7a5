import { readFileSync, readdirSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { parseAgreement } from '../../shared/agreement/parse.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import { agreementMetadata } from './agreement-metadata.ts';

const parsed = parseAgreement(readFileSync('shared/agreement/agreement.yaml', 'utf8'));
const agreement = parsed.agreement as Agreement;

describe('the metadata of the agreement', () => {
    it('is committed as it is generated: run the agreement-metadata build when this fails', () => {
        for (const file of agreementMetadata(agreement)) {
            expect(readFileSync(file.path, 'utf8'), file.path).toBe(file.text);
        }
    });

    it('leaves no value set behind that no agreement writes', () => {
        const folder = 'force-app/main/agreement/globalValueSets';
        const written = agreementMetadata(agreement).map((file) => file.path);
        expect(
            readdirSync(folder)
                .map((name) => `${folder}/${name}`)
                .sort()
        ).toEqual(written.sort());
    });

    it('keeps codes and labels apart, whatever characters they hold', () => {
        const label = 'Size < 50 & "none" >';
        const odd = { ...agreement, reasons: [{ ...agreement.reasons[0], label, details: [] }] };
        const text = agreementMetadata(odd)[1].text;
        const { GlobalValueSet } = new XMLParser().parse(text);
        expect(GlobalValueSet.customValue).toMatchObject({ fullName: 'icp_mismatch', label });
    });
});
