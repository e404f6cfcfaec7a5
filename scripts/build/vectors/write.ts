import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { vectorFiles } from './files.ts';

/** Writes the vectors, which are committed: a diff shows what a change of the core means to the server. */
export function writeVectors(): void {
    for (const { path: file, text } of vectorFiles()) {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, text);
    }
}
