import type { PastDecision } from '../lead.ts';
import type { Decision } from './types.ts';

/** The decision in force as it stands, where the one to be saved says nothing else; else null. */
export function sameDecision(
    current: PastDecision | null,
    { kind, reason, detail, note }: Decision
): Decision | null {
    const isSame =
        current?.kind === kind &&
        current.reason === reason &&
        current.detail === detail &&
        current.note === note;
    return isSame ? current : null;
}
