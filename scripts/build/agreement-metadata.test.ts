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
        const odd = agreement.reasons.slice(0, 1).map((reason) => ({ ...reason, label }));
        const [, reasons] = agreementMetadata({ ...agreement, reasons: odd });
        const { GlobalValueSet } = new XMLParser().parse(reasons?.text ?? '') as Parsed;
        expect(GlobalValueSet.customValue).toMatchObject({ label });
    });
});
