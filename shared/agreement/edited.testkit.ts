/** Edits of the default agreement for tests: a wrong text goes in, and a ¦ in it marks where the issue must point. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAgreement } from './parse.ts';

export const DEFAULT_AGREEMENT = readFileSync(
    fileURLToPath(new URL('./agreement.yaml', import.meta.url)),
    'utf8'
);

/** Replaces one passage, which must be there exactly once. */
export function edit(text: string, from: string, to: string): string {
    if (text.split(from).length !== 2) throw new Error(`not there exactly once: ${from}`);
    return text.replace(from, () => to);
}

/** What parsing an edited agreement reports, as `code path line:column`, and what the marks ask for. */
export function issuesAfter(...edits: readonly (readonly [string, string])[]) {
    const marked = edits.reduce((text, [from, to]) => edit(text, from, to), DEFAULT_AGREEMENT);
    const lines = marked.split('\n');
    const at = lines.flatMap((line, i) => {
        const column = line.indexOf('¦');
        return column < 0 ? [] : [`${i + 1}:${column + 1}`];
    });
    const { issues, agreement } = parseAgreement(marked.replace(/¦/g, ''));
    return { issues, agreement, at };
}
