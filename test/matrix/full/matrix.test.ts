/** Every org and account with every agreement; prints the result of each, and the lines of each class. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SOURCE } from '../../../scripts/build/read-agreement.ts';
import { ACCOUNTS, closeRuns, REFUSALS, runAccount } from '../hubspot.ts';
import { ORGS, runOrg, type ClassShare } from '../salesforce.ts';

const EXAMPLES = 'test/agreements';
const AGREEMENTS = [
    SOURCE,
    ...readdirSync(EXAMPLES)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => path.join(EXAMPLES, name))
];
const LEAST_COVERED = 0.9;

interface Cell {
    readonly place: string;
    readonly agreement: string;
    /** "deployed, 169 tests passed", or "refused:" and with which words. */
    readonly outcome: string;
    readonly coverage: readonly ClassShare[];
}
const cells: Cell[] = [];

function oneLine(words: string): string {
    return words.replace(/^Error: /, '').replace(/\s+/g, ' ');
}

describe.each(AGREEMENTS)('%s', (agreement) => {
    it.each(ORGS)('in the org $name', { timeout: 600_000 }, async (org) => {
        const { outcome, words, tests, coverage } = await runOrg(org, agreement);
        const refusal = outcome === 'refused' ? oneLine(words) : null;
        const told =
            refusal === null ? `deployed, ${tests.run} tests passed` : `refused: ${refusal}`;
        cells.push({ place: `org ${org.name}`, agreement, outcome: told, coverage });
        if (org.refusal === null) {
            expect({ refusal, failed: tests.failed }).toEqual({ refusal: null, failed: 0 });
            expect(words).not.toContain('✖ drift');
        } else {
            expect(refusal).toMatch(org.refusal);
        }
    });

    it.each(ACCOUNTS)('in the account $name', { timeout: 600_000 }, async (account) => {
        const { outcome, words, checks, notes } = await runAccount(account, agreement);
        const told = [...words, ...notes].map(oneLine).join(' | ');
        const place = `account ${account.name}`;
        cells.push({ place, agreement, outcome: `${outcome}: ${told}`, coverage: [] });
        const refusal = REFUSALS.get(account.name);
        expect(outcome).toBe(refusal === undefined ? 'deployed' : 'refused');
        if (refusal === undefined) {
            expect(checks).toMatchObject({ verified: true });
            expect(Object.values(checks)).not.toContain(false);
        } else {
            expect(words.join('\n')).toMatch(refusal);
        }
    });
});

it('covers nine in ten lines of each class, whatever the agreement', () => {
    const low = [...leastCovered()].filter(
        ([, { lines, covered }]) => lines > 0 && covered / lines < LEAST_COVERED
    );
    expect(low.map(([name]) => name)).toEqual([]);
});

afterAll(() => {
    closeRuns();
    console.log(`${outcomeTable()}\n\n${coverageLines()}`);
});

/** Place × agreement → deployed, or refused with which words. */
function outcomeTable(): string {
    const width = Math.max(...cells.map(({ place }) => place.length));
    return cells
        .map(({ place, agreement, outcome }) =>
            [place.padEnd(width), path.basename(agreement, '.yaml').padEnd(10), outcome].join('  ')
        )
        .join('\n');
}

/** Of each class, in the org and with the agreement that reach least of it. */
function leastCovered(): Map<string, ClassShare> {
    const least = new Map<string, ClassShare>();
    for (const one of cells.flatMap(({ coverage }) => coverage)) {
        const known = least.get(one.name);
        if (known === undefined || shareOf(one) < shareOf(known)) least.set(one.name, one);
    }
    return least;
}

function shareOf({ lines, covered }: ClassShare): number {
    return lines === 0 ? 1 : covered / lines;
}

function coverageLines(): string {
    return [...leastCovered().values()]
        .toSorted((a, b) => shareOf(a) - shareOf(b))
        .map((one) => {
            const share = `${Math.floor(shareOf(one) * 100)} %`.padStart(5);
            return `${share} ${`${one.covered}/${one.lines}`.padStart(8)}  ${one.name}`;
        })
        .join('\n');
}
