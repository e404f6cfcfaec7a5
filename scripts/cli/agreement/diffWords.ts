import type { ChangeGroup } from '../../../shared/agreement/diff/diff.ts';
import type { Agreement } from '../../../shared/agreement/types.ts';
import type { Style } from '../output/style.ts';
import { count, wrap } from '../output/text.ts';

/** What changes, as a person reads it: a title with the versions, and a line a change. */
export function diffText(
    before: Agreement,
    after: Agreement,
    groups: readonly ChangeGroup[],
    { style, width }: { readonly style: Style; readonly width: number }
): string {
    const total = groups.reduce((sum, { changes }) => sum + changes.length, 0);
    const versions = `Version ${before.version} (${before.hash}) to version ${after.version} (${after.hash})`;
    if (total === 0) return `${versions}: no change.`;
    const parts = groups.map(({ title, changes }) => {
        const lines = changes.map(({ text }) => wrap(text, width, { first: '  • ', rest: '    ' }));
        return [style.bold(title), ...lines].join('\n');
    });
    return [`${versions}: ${count(total, 'change')}.`, ...parts].join('\n\n');
}
