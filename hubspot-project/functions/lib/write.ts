/** Writing a decision to the contact, so that nothing beside it can make HubSpot refuse it. */
import type { Agreement } from '../../../shared/agreement/types.ts';
import { LEAD_STATUS, LIFECYCLE_STAGE } from '../../../shared/crm/hubspot/native.ts';
import type { Written } from '../../../shared/crm/hubspot/stamps.ts';
import type { Answer, Client } from './client.ts';
import { leftNote } from './native.ts';
import * as paths from './paths.ts';
import { notStamped } from './stamp.ts';

export interface DecisionWrite {
    /** Handoff's own properties: the decision itself. */
    readonly decided: Written;
    /** The stamps of the hand-over, and what asks marketing for an answer. */
    readonly beside: Written;
    /** HubSpot's own properties, whose options and rules are the account's. */
    readonly native: { readonly [LEAD_STATUS]?: string; readonly [LIFECYCLE_STAGE]?: string };
}
export interface Saved {
    readonly saved: Answer;
    /** What the contact holds of it now. */
    readonly written: Written;
    /** What was left out, and the way out. */
    readonly notes: readonly string[];
}

/**
 * Saves all in one PATCH. Where HubSpot refuses a part, the decision is saved alone, then each other part
 * by itself (at most four PATCHes more), and what is refused of those becomes a note.
 */
export async function writeDecision(
    client: Client,
    id: string,
    { decided, beside, native }: DecisionWrite,
    agreement: Agreement
): Promise<Saved> {
    const patch = (properties: Written): Promise<Answer> =>
        client.patch(paths.contact(id), { properties });
    const all = { ...beside, ...native, ...decided };
    const saved = await patch(all);
    if (saved.ok || saved.error.status !== 400) return { saved, written: all, notes: [] };
    const alone = await patch(decided);
    if (!alone.ok) return { saved: alone, written: decided, notes: [] };
    let written = decided;
    const notes: string[] = [];
    if (Object.keys(beside).length > 0) {
        const stamped = await patch(beside);
        if (stamped.ok) written = { ...written, ...beside };
        else notes.push(notStamped(stamped.error.message));
    }
    for (const property of [LEAD_STATUS, LIFECYCLE_STAGE] as const) {
        const value = native[property];
        if (value === undefined) continue;
        const set = await patch({ [property]: value });
        if (set.ok) written = { ...written, [property]: value };
        else notes.push(await leftNote(client, agreement, property, value, set.error));
    }
    return { saved: alone, written, notes };
}
