import type { Issue } from '../issue.ts';
import { checkAgreement } from './checks/index.ts';
import { pathText } from './finding.ts';
import type { Finding } from './finding.ts';
import { normalise } from './normalise.ts';
import { readShape } from './read.ts';
import type { Agreement } from './types.ts';
import { readYaml } from './yaml.ts';

export interface ParsedAgreement {
    /** Null when there is any issue. */
    readonly agreement: Agreement | null;
    /** All that is wrong, in the order of the text. */
    readonly issues: readonly Issue[];
}

/**
 * Reads the written agreement (YAML). Never throws: whatever is wrong with the text is an issue with its
 * place and a way to mend it, and all issues are reported at once. There is an agreement exactly when
 * there are no issues.
 */
export function parseAgreement(text: string): ParsedAgreement {
    // A caller without types may hand over anything.
    const given: unknown = text;
    const yaml = readYaml(String(given));
    if (yaml.broken.length > 0) {
        return {
            agreement: null,
            issues: yaml.broken.map((problem) => ({ ...problem, path: '' }))
        };
    }
    const shape = readShape(yaml.value);
    // What YAML could not give is not missing as well.
    const lost = yaml.findings.filter(({ at }) => at !== 'key').map(({ path }) => pathText(path));
    const unread = [
        ...yaml.findings,
        ...shape.findings.filter(({ path }) => !lost.includes(pathText(path)))
    ];
    const findings = [...unread, ...checkAgreement(shape.draft, unread)];
    if (findings.length > 0 || shape.written === null) {
        return { agreement: null, issues: positioned(findings, yaml.locate) };
    }
    return { agreement: normalise(shape.written), issues: [] };
}

function positioned(
    findings: readonly Finding[],
    locate: ReturnType<typeof readYaml>['locate']
): Issue[] {
    return findings
        .map(({ code, path, message, at }) => ({
            code,
            path: pathText(path),
            message,
            ...locate(path, at ?? 'value')
        }))
        .sort((a, b) => a.line - b.line || a.column - b.column);
}
