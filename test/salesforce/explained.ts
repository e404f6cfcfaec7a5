import { readFileSync } from 'node:fs';

const SECURITY = 'SECURITY.md';
/** `| Rule | path | why |` */
const ROW = /^\| `(\w[\w@/-]*)` +\| `(force-app\/[^`]+)` +\| (\S.*\S) +\|$/gm;

/** The findings that SECURITY.md explains, as `rule file`, in a stable order. */
export function explainedFindings(): string[] {
    const rows = readFileSync(SECURITY, 'utf8').matchAll(ROW);
    return [...rows].map(([, rule, file]) => `${rule} ${file}`).sort();
}
