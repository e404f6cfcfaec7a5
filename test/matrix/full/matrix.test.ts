/** Every org and account with every agreement; prints what became of each, and the lines of each class. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SOURCE } from '../../../scripts/build/read-agreement.ts';
import { ORGS, runOrg, type ClassShare, type Outcome } from '../salesforce.ts';

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
    readonly outcome: Pick<Outcome, 'outcome' | 'words'> & Partial<Outcome>;
}
const cells: Cell[] = [];

describe.each(AGREEMENTS)('%s', (agreement) => {
    it.each(ORGS)('in the org $name', { timeout: 600_000 }, async (org) => {
        const outcome = await runOrg(org, agreement);
        cells.push({ place: org.name, agreement, outcome });
        const words = outcome.words.replace(/\s+/g, ' ');
        if (org.refusal === null) {
            const refusal = outcome.outcome === 'refused' ? words : null;
            expect({ refusal, failed: outcome.tests.failed }).toEqual({ refusal: null, failed: 0 });
            expect(words).not.toContain('✖ drift');
        } else {
            expect(words).toMatch(org.refusal);
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
    console.log(`${outcomeTable()}\n\n${coverageLines()}`);
});

/** org × agreement → deployed, or refused with which words. */
function outcomeTable(): string {
    const width = Math.max(...cells.map(({ place }) => place.length));
    return cells
        .map(({ place, agreement, outcome: { outcome, words, tests } }) => {
            const said = words.replace(/^Error: /, '').replace(/\s+/g, ' ');
            const end =
                outcome === 'deployed'
                    ? `deployed, ${tests?.run ?? 0} tests passed`
                    : `refused: ${said}`;
            return `${place.padEnd(width)}  ${path.basename(agreement, '.yaml').padEnd(10)}  ${end}`;
        })
        .join('\n');
}

/** Of each class, in the org and with the agreement that reach least of it. */
function leastCovered(): Map<string, ClassShare> {
    const least = new Map<string, ClassShare>();
    for (const one of cells.flatMap(({ outcome }) => outcome.coverage ?? [])) {
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
