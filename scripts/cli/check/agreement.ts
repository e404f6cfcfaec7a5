import { parseAgreement } from '../../../shared/agreement/parse.ts';
import type { Agreement } from '../../../shared/agreement/types.ts';
import { AGREEMENT, findingIn, type CheckedPart } from './types.ts';

/** The agreement's text; every problem with its line and column. */
export function checkAgreementText(
    text: string,
    file: string
): { readonly part: CheckedPart; readonly agreement: Agreement | null } {
    const { agreement, issues } = parseAgreement(text);
    return {
        agreement,
        part: {
            ...AGREEMENT,
            seen:
                agreement === null
                    ? file
                    : `“${agreement.title}”, version ${agreement.version}, ${agreement.hash}`,
            findings: issues.map(({ message, line = null, column = null }) =>
                findingIn(file, message, { line, column })
            ),
            skipped: null
        }
    };
}
