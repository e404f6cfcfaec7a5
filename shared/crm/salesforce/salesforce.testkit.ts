/** A lead as Apex returns it, for the tests of the mapping. */
import { readFileSync } from 'node:fs';
import { parseAgreement } from '../../agreement/parse.ts';
import type { Agreement } from '../../agreement/types.ts';
import type { SalesforceRecords } from './records.ts';

const parsed = parseAgreement(readFileSync('shared/agreement/agreement.yaml', 'utf8'));
if (parsed.agreement === null) throw new Error(JSON.stringify(parsed.issues));
export const agreement: Agreement = parsed.agreement;

export const ANA = '005000000000001AAA';
export const BEN = '005000000000002AAA';
export const QUEUE = '00G000000000001AAA';

/** Records with nothing but a person, and what a test wants to be different. */
export function recordsOf(
    person: { readonly [field: string]: unknown } = {},
    rest: Partial<SalesforceRecords> = {}
): SalesforceRecords {
    return {
        objectName: 'Lead',
        person: {
            Id: '00Q000000000001AAA',
            Name: 'Dana Whitfield',
            OwnerId: ANA,
            Owner: { Name: 'Ana Ruiz' },
            CreatedDate: '2026-11-02T08:00:00.000Z',
            ...person
        },
        tasks: [],
        events: [],
        emails: [],
        campaignMembers: [],
        engagements: [],
        history: [],
        owners: [],
        acceptance: [],
        gaps: [],
        ...rest
    };
}
