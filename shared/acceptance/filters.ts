import type { Agreement } from '../agreement/types.ts';
import type { Issue } from '../issue.ts';
import { fold } from '../score/text.ts';
import { DIMENSIONS } from './outcomeTypes.ts';
import type { Dimension, Filters, LeadOutcome } from './outcomeTypes.ts';

/** How a list of options says "any", and "those of which it is not known". */
export const ANY = '*';
export const NOT_KNOWN = '?';

/**
 * Filters as somebody wrote or chose them: `*` is any, `?` are those of which it is not known. A source may be given by its id, its label, or either CRM's own value; what
 * the agreement does not know stays as it is, since a CRM may. Whether any lead has the value, the overview
 * says (`unmatched`). A filter that there is not is an issue.
 */
export function parseFilters(
    input: { readonly [name: string]: unknown },
    agreement: Agreement
): { readonly filters: Filters; readonly issues: readonly Issue[] } {
    const filters: { [dimension in Dimension]?: string } = {};
    const issues: Issue[] = [];
    for (const [name, value] of Object.entries(input)) {
        if (value === undefined || value === null || value === ANY) continue;
        const dimension = DIMENSIONS.find((known) => known === name);
        if (dimension === undefined || typeof value !== 'string') {
            const what =
                dimension === undefined
                    ? `There is no filter "${name.slice(0, 40)}"`
                    : `The ${dimension} to filter by must be a text`;
            const message = `${what}. Filter by ${DIMENSIONS.join(', ')}.`;
            issues.push({ code: 'filter.unknown', path: name, message });
            continue;
        }
        const text = value.trim();
        filters[dimension] =
            text === NOT_KNOWN ? '' : dimension === 'source' ? sourceNamed(text, agreement) : text;
    }
    return { filters, issues };
}

function sourceNamed(text: string, { sources }: Agreement): string {
    const wanted = fold(text);
    const isNamed = (names: readonly string[]): boolean =>
        names.some((name) => fold(name) === wanted);
    const found =
        sources.find(({ id }) => id === text) ??
        sources.find(({ id, label, salesforce, hubspot }) =>
            isNamed([id, label, ...salesforce, ...hubspot])
        );
    return found?.id ?? text;
}

/** Whether a lead passes all filters. */
export function passes(outcome: Pick<LeadOutcome, Dimension>, filters: Filters): boolean {
    for (const dimension of DIMENSIONS) {
        const wanted = filters[dimension];
        if (wanted !== undefined && wanted !== null && (outcome[dimension] ?? '') !== wanted) {
            return false;
        }
    }
    return true;
}
