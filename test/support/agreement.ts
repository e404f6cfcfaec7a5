import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAgreement } from '../../shared/agreement/parse.ts';
import type { Agreement } from '../../shared/agreement/types.ts';

function read(path: string): Agreement {
    const { agreement, issues } = parseAgreement(
        readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8')
    );
    if (agreement === null) throw new Error(`${path}: ${JSON.stringify(issues, null, 2)}`);
    return agreement;
}

/** The agreement that ships. */
export const defaultAgreement = (): Agreement => read('../../shared/agreement/agreement.yaml');
/** Split shifts, holidays, elapsed clocks, a scale of 8. */
export const berlin = (): Agreement => read('../agreements/berlin.yaml');
/** Open around the clock, one window of five minutes. */
export const alwaysOn = (): Agreement => read('../agreements/always-on.yaml');
