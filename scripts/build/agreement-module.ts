import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAgreement } from '../../shared/agreement/parse.ts';

const NAME = 'handoff:agreement';
const RESOLVED = `\0${NAME}`;
const SOURCE = 'shared/agreement/agreement.yaml';

/**
 * The JavaScript of the module `handoff:agreement`.
 * Throws with one `file:line:column message` a line when the agreement does not hold together.
 */
export function agreementSource(file = SOURCE): string {
    const { agreement, issues } = parseAgreement(readFileSync(file, 'utf8'));
    if (agreement === null) {
        const lines = issues.map(
            ({ line = 1, column = 1, message }) => `${file}:${line}:${column} ${message}`
        );
        throw new Error(`The agreement cannot be built:\n${lines.join('\n')}`);
    }
    return `export const agreement = ${JSON.stringify(agreement, null, 4)};\n`;
}

/** A rollup and vite plugin that answers `handoff:agreement` with the parsed agreement. */
export function agreementModule() {
    return {
        name: 'handoff-agreement',
        resolveId: (id: string) => (id === NAME ? RESOLVED : null),
        load(this: { addWatchFile?: (file: string) => void }, id: string) {
            if (id !== RESOLVED) return null;
            this.addWatchFile?.(path.resolve(SOURCE));
            return agreementSource();
        }
    };
}
