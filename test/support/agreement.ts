/** Agreements for tests, read from the files that people write. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAgreement } from '../../shared/agreement/parse.ts';
import type { Agreement } from '../../shared/agreement/types.ts';

const known = new Map<string, Agreement>();

function read(path: string): Agreement {
    let agreement = known.get(path) ?? null;
    if (agreement === null) {
        const parsed = parseAgreement(
            readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8')
        );
        agreement = parsed.agreement;
        if (agreement === null)
            throw new Error(`${path}: ${JSON.stringify(parsed.issues, null, 2)}`);
        known.set(path, agreement);
    }
    return agreement;
}

/** The agreement that ships, with whole parts replaced where a test needs its own. */
export const defaultAgreement = (parts: Partial<Agreement> = {}): Agreement => ({
    ...read('../../shared/agreement/agreement.yaml'),
    ...parts
});
/** Split shifts, holidays, elapsed clocks, a scale of 8. */
export const berlin = (): Agreement => read('../agreements/berlin.yaml');
/** Open around the clock, one window of five minutes. */
export const alwaysOn = (): Agreement => read('../agreements/always-on.yaml');
/** The one that ships, and every example beside these tests. */
export const exampleAgreements = (): Agreement[] => [
    defaultAgreement(),
    ...readdirSync(new URL('../agreements', import.meta.url)).map((file) =>
        read(`../agreements/${file}`)
    )
];
