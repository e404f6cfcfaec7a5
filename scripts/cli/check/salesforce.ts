/** The Salesforce package, as far as it can be judged without an org and without Java. */
import { archiveOf, differences } from '../../../test/salesforce/archive.ts';
import { projectPath } from '../../../test/salesforce/package.ts';
import { checkAccess } from '../../../test/salesforce/references/access.ts';
import { checkCode } from '../../../test/salesforce/references/code.ts';
import { checkFields } from '../../../test/salesforce/references/fields.ts';
import { checkPages } from '../../../test/salesforce/references/pages.ts';
import { readProject } from '../../../test/salesforce/references/project.ts';
import { checkReports } from '../../../test/salesforce/references/reports.ts';
import { count } from '../output/text.ts';
import { SALESFORCE, findingIn, type CheckedPart } from './types.ts';

const REFERENCES = [checkAccess, checkCode, checkFields, checkPages, checkReports];

/**
 * Converts the package as a deployment does and holds the archive against the source files; then looks
 * whether everything that one file calls by its name is there.
 */
export async function checkSalesforce(root: string): Promise<CheckedPart> {
    const archive = await archiveOf(root);
    const components = [...archive.members.values()].reduce((sum, { length }) => sum + length, 0);
    const project = await readProject([root]);
    return {
        ...SALESFORCE,
        seen: `${count(components, 'component')}, API ${archive.apiVersion}`,
        findings: [
            ...differences(root, archive).map((message) =>
                findingIn(projectPath(root), `as an archive ${message}`)
            ),
            ...REFERENCES.flatMap((check) => check(project)).map(({ file, line = null, message }) =>
                findingIn(file, message, { line })
            )
        ],
        skipped: null
    };
}
