import type { Finding } from '../finding.ts';
import type { Draft } from '../read.ts';
import type { Written } from '../schema.ts';

/** What the shape cannot say. */
export function checkAgreement(
    _draft: Draft<Written>,
    _shape: readonly Finding[]
): readonly Finding[] {
    return [];
}
