import { writeFileSync } from 'node:fs';
import { agreementReference } from '../../shared/agreement/reference/reference.ts';

/**
 * Writes the reference of agreement.yaml for people, which is committed.
 *
 * @throws Error that names each key that is not explained
 */
export function writeAgreementReference(): void {
    const { markdown, problems } = agreementReference();
    if (problems.length > 0) throw new Error(problems.join('\n'));
    writeFileSync('docs/agreement.md', markdown);
}
