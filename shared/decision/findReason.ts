import type { Agreement } from '../agreement/types.ts';
import type { Issue } from '../issue.ts';
import { fold } from '../score/text.ts';
import { reasonLeaves } from './reasons.ts';
import type { ReasonLeaf } from './reasons.ts';

export type FoundReason =
    | { readonly leaf: ReasonLeaf; readonly issue: null }
    | { readonly leaf: null; readonly issue: Issue };

/**
 * The reason that a text names: by code, or by a label or alias of the agreement, without regard to case.
 * A first-level reason that has details is not enough; the issue lists what to choose from (Q55).
 */
export function findReason(text: string, agreement: Agreement): FoundReason {
    const leaves = reasonLeaves(agreement);
    const wanted = fold(text);
    const byCode = leaves.filter(({ code }) => fold(code) === wanted);
    const found = byCode.length > 0 ? byCode : leaves.filter((leaf) => isNamed(leaf, wanted));
    if (found.length === 1) return { leaf: found[0] as ReasonLeaf, issue: null };
    if (found.length > 1) {
        return failed('reason.ambiguous', `"${cut(text)}" is the name of several reasons`, found);
    }
    const group = agreement.reasons.find(({ code, label, aliases }) =>
        [code, label, ...aliases].some((name) => fold(name) === wanted)
    );
    return group
        ? failed(
              'reason.incomplete',
              `"${group.label}" is too broad`,
              leaves.filter(({ reason }) => reason === group.code)
          )
        : failed('reason.unknown', `The agreement has no reason "${cut(text)}"`, leaves);
}

function isNamed({ label, aliases, detail }: ReasonLeaf, wanted: string): boolean {
    return [label, ...aliases, ...(detail === null ? [] : [detail])].some(
        (name) => fold(name) === wanted
    );
}

function failed(code: string, what: string, leaves: readonly ReasonLeaf[]): FoundReason {
    const codes = leaves.map((leaf) => leaf.code).join(', ');
    return {
        leaf: null,
        issue: { code, path: 'reason', message: `${what}; choose one of: ${codes}.` }
    };
}

function cut(text: string): string {
    const characters = Array.from(text.slice(0, 200));
    return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : text;
}
