import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAgreement } from '../../shared/agreement/parse.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import { hubspotProperties } from '../../shared/crm/hubspot/properties.ts';
import { contactProperties, FILE } from './hubspot-properties.ts';

const agreement = parseAgreement(readFileSync('shared/agreement/agreement.yaml', 'utf8'))
    .agreement as Agreement;

describe('the contact properties', () => {
    it('in the project are those of the agreement (else: npm run build)', () => {
        expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(contactProperties(agreement));
    });

    it('offer every decision, reason and detail of the agreement', () => {
        const values = contactProperties(agreement).properties.flatMap(({ options }) =>
            options.map(({ value }) => value)
        );
        for (const { code, details } of agreement.reasons) {
            expect(values).toEqual(
                expect.arrayContaining([code, ...details.map((one) => one.code)])
            );
        }
        expect(values).toEqual(expect.arrayContaining(Object.keys(agreement.decision.labels)));
    });

    it('define every handoff property that the panel reads', () => {
        const defined = contactProperties(agreement).properties.map(({ name }) => name);
        const read = hubspotProperties(agreement).plain.filter((name) =>
            name.startsWith('handoff_')
        );
        expect(read.length).toBeGreaterThan(7);
        expect(defined).toEqual(expect.arrayContaining(read));
        expect(new Set(defined).size).toBe(defined.length);
    });
});
