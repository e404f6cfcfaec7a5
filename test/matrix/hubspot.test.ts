/** Each HubSpot account once: it takes Handoff, or the person learns what stands in the way. */
import { afterAll, describe, expect, it } from 'vitest';
import { SOURCE } from '../../scripts/build/read-agreement.ts';
import { ACCOUNTS, closeRuns, REFUSALS, runAccount } from './hubspot.ts';

/** A child process with HubSpot's libraries begins slowly on a busy machine. */
const TIMEOUT = 120_000;

/** What a plan, `verify` or a rep is told in an account that is not as the agreement expects. */
const WORDS: ReadonlyMap<string, readonly RegExp[]> = new Map([
    [
        'no-sales-hub',
        [
            /^Without automation\.sequences\.read: this account’s subscription has no sequences/,
            /^Without crm\.objects\.leads\.read, .*a decision moves no lead record\. Whoever manages the subscription/
        ]
    ],
    ['no-marketing-hub', [/^This account has no contact property “hubspotscore”.*settings page/]],
    ['no-enterprise', [/^Without app functions: this account has no Enterprise subscription/]],
    ['required-scopes-only', [/^Without sales-email-read: this account cannot grant it/]],
    [
        'lead-status-changed',
        [
            /^This account has no lead status “UNQUALIFIED”\. It has New \(NEW\), .*HubSpot admin can add it.*leadStatus\.$/,
            /^drift: lead status UNQUALIFIED: /
        ]
    ],
    [
        'stages-changed',
        [
            /^This account has no lifecycle stage “salesqualifiedlead”.*Sales accepted lead \(87412953\)/,
            /^drift: lifecycle stage salesqualifiedlead: /
        ]
    ],
    [
        'lead-pipeline-changed',
        [
            /^This account has no lead pipeline stage “unqualified-stage-id”\. It has Fresh \(7001\)/,
            /^This account has no lead disqualification reason “NOT_A_GOOD_FIT”\. It has Too small/
        ]
    ],
    [
        'everything-at-once',
        [/^Without crm\.objects\.leads\.read/, /no lead status “UNQUALIFIED”/, /no lifecycle stage/]
    ]
]);
const NOTES: ReadonlyMap<string, readonly RegExp[]> = new Map([
    ['lead-status-changed', [/^The decision is saved, but the lead status stays as it is\./]],
    [
        'conditional-rule',
        [
            /requires “Lost reason” with “UNQUALIFIED”/,
            /the lead stays where it is: this account requires/
        ]
    ],
    ['lead-pipeline-changed', [/its pipeline has no stage “unqualified-stage-id”/]],
    ['everything-at-once', [/^The decision is saved, but the lead status stays as it is\./]]
]);
const GAPS: ReadonlyMap<string, readonly string[]> = new Map([
    ['no-sales-hub', ['sequences no_access']],
    ['required-scopes-only', ['emails no_access', 'sequences no_access']],
    ['everything-at-once', ['sequences no_access']]
]);

afterAll(closeRuns);

describe('each account with the agreement in force', () => {
    it.each(ACCOUNTS)('$name: $what', { timeout: TIMEOUT }, async (account) => {
        const { outcome, words, checks, gaps, notes } = await runAccount(account, SOURCE);
        const refusal = REFUSALS.get(account.name);
        expect(outcome).toBe(refusal === undefined ? 'deployed' : 'refused');
        if (refusal !== undefined) {
            expect(words.join('\n')).toMatch(refusal);
            return;
        }
        const works = account.hasEnterprise ? true : null;
        expect(checks).toEqual({ verified: true, opened: works, stamped: works, decided: works });
        for (const wanted of WORDS.get(account.name) ?? []) {
            expect(words).toContainEqual(expect.stringMatching(wanted));
        }
        if (!WORDS.has(account.name)) expect(words).toEqual([]);
        expect(gaps).toEqual(GAPS.get(account.name) ?? []);
        const wantedNotes = NOTES.get(account.name) ?? [];
        expect(notes).toHaveLength(wantedNotes.length);
        for (const wanted of wantedNotes) {
            expect(notes).toContainEqual(expect.stringMatching(wanted));
        }
    });
});
