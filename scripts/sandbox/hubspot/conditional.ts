/** Conditional required properties: enforced on the writes of HubSpot's API since its version 2026-09. */
import type { ConditionalRule } from './account.ts';
import type { PropertyError } from './schema.ts';

/**
 * What a write lacks: a rule applies to a write that sets its property to one of its values, and counts
 * what the record already holds.
 */
export function missingRequired(
    rules: readonly ConditionalRule[],
    written: { readonly [name: string]: unknown },
    record: { readonly [name: string]: string | null }
): PropertyError[] {
    return rules
        .filter(({ property, values }) => values.includes(String(written[property])))
        .flatMap(({ property, requires }) =>
            requires
                .filter((name) => !isFilled(name in written ? written[name] : record[name]))
                .map((name) => ({
                    name,
                    code: 'REQUIRED_FIELD',
                    message: `Property "${name}" is required when "${property}" is "${String(written[property])}".`
                }))
        );
}

function isFilled(value: unknown): boolean {
    return value !== undefined && value !== null && String(value).trim() !== '';
}
