import { describe, expect, it } from 'vitest';
import { berlin, defaultAgreement } from '../../../test/support/agreement.ts';
import type { Decision } from '../../decision/types.ts';
import { leadChange, leadStageFor } from './leadChange.ts';

const decision = (parts: Partial<Decision>): Decision => ({
    kind: 'recycled',
    reason: null,
    detail: null,
    note: null,
    at: 0,
    by: null,
    ...parts
});

describe('what becomes of HubSpot’s own lead', () => {
    it('is the stage of the decision, with the reason of the detail or else of its group', () => {
        const changeFor = (reason: string | null, detail: string | null) =>
            leadChange(decision({ reason, detail }), berlin());
        expect(changeFor('later', 'frozen')).toEqual({ stage: '1204', reason: 'NO_BUDGET' });
        expect(changeFor('later', 'relocating')).toEqual({ stage: '1204', reason: 'TIMING' });
        expect(changeFor('gone_quiet', null)).toEqual({ stage: '1204', reason: null });
        expect(changeFor('toString', 'constructor')).toEqual({ stage: '1204', reason: null });
    });

    it('is nothing where the agreement moves none, whatever is asked', () => {
        const agreement = defaultAgreement();
        expect(leadChange(decision({ kind: 'accepted' }), agreement)).toBeNull();
        expect(leadStageFor('rejected', agreement)).toBe('unqualified-stage-id');
        for (const kind of [undefined, null, 7, 'constructor', '__proto__', ['rejected']]) {
            expect(leadStageFor(kind, agreement)).toBeNull();
        }
    });
});
