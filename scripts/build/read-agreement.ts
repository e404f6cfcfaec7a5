import { readFileSync } from 'node:fs';
import { parseAgreement } from '../../shared/agreement/parse.ts';
import type { Agreement } from '../../shared/agreement/types.ts';

export const SOURCE = 'shared/agreement/agreement.yaml';

/**
 * The agreement in a file.
 * Errors: throws with one `file:line:column message` a line when it does not hold together.
 */
export function readAgreement(file = SOURCE): Agreement {
    const { agreement, issues } = parseAgreement(readFileSync(file, 'utf8'));
    if (agreement !== null) return agreement;
    const lines = issues.map(
        ({ line = 1, column = 1, message }) => `${file}:${line}:${column} ${message}`
    );
    throw new Error(`The agreement cannot be used:\n${lines.join('\n')}`);
}
