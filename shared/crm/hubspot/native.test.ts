import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAgreement } from '../../agreement/parse.ts';
import type { Agreement } from '../../agreement/types.ts';
import {
    LEAD_STAGE,
    LEAD_STATUS,
    LIFECYCLE_STAGE,
    missingNative,
    uncheckedNative
} from './native.ts';

const AGREEMENT = parseAgreement(readFileSync('shared/agreement/agreement.yaml', 'utf8'))
    .agreement as Agreement;
const option = (value: string) => ({ value, label: value });
const STATUSES = ['IN_PROGRESS', 'OPEN_DEAL', 'BAD_TIMING', 'UNQUALIFIED'].map(option);

describe('what the agreement writes of HubSpot’s own', () => {
    it('is there', () => {
        const options = {
            [LEAD_STATUS]: STATUSES,
            [LIFECYCLE_STAGE]: [option('salesqualifiedlead')]
        };
        expect(missingNative(AGREEMENT, options)).toEqual([]);
    });

    it('is named once where it is missing, with each place that names it and what there is', () => {
        const options = {
            [LEAD_STATUS]: STATUSES.slice(0, 3),
            [LEAD_STAGE]: [{ value: '7003', label: 'Lost' }, option('qualified-stage-id')]
        };
        const missing = missingNative(AGREEMENT, options);
        expect(missing.map(({ code, path }) => [code, path])).toEqual([
            ['native.option', 'decision.labels.recycled.hubspot.leadStage'],
            ['native.option', 'decision.labels.rejected.hubspot.leadStatus']
        ]);
        expect(missing[0]?.message).toBe(
            'This account has no lead pipeline stage “unqualified-stage-id”. It has Lost (7003), qualified-stage-id. Decisions are saved without it. A HubSpot admin can add it (Settings, Objects, Leads, Pipelines), or whoever owns the agreement can change decision.labels.recycled.hubspot.leadStage and decision.labels.rejected.hubspot.leadStage.'
        );
    });

    it('is not called missing where nobody could look', () => {
        expect(missingNative(AGREEMENT, {})).toEqual([]);
        expect(missingNative(AGREEMENT, { [LEAD_STATUS]: null })).toEqual([]);
        expect(uncheckedNative(AGREEMENT, { [LEAD_STATUS]: STATUSES })).toEqual([
            'lifecyclestage',
            'hs_pipeline_stage',
            'hs_lead_disqualification_reason'
        ]);
    });
});
