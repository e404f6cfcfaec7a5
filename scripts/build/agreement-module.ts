import path from 'node:path';
import { readAgreement, SOURCE } from './read-agreement.ts';

const NAME = 'handoff:agreement';
const RESOLVED = `\0${NAME}`;

/** The JavaScript of the module `handoff:agreement`. Errors: those of `readAgreement`. */
export function agreementSource(file = SOURCE): string {
    return `export const agreement = ${JSON.stringify(readAgreement(file), null, 4)};\n`;
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
