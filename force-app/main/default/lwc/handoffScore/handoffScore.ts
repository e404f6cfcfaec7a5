import { LightningElement, api } from 'lwc';
import type { ScorePanel, ScorePart } from 'c/handoffCore';

interface Part extends ScorePart {
    readonly value: string;
    readonly percent: number;
}

/** The score: its sum, its parts with each rule's points, and the signals beside it. */
export default class HandoffScore extends LightningElement {
    @api score: ScorePanel | null = null;
    /** Only the sum and what it hangs on. */
    @api compact = false;

    get parts(): readonly Part[] {
        return (this.score?.parts ?? []).map((part) => ({
            ...part,
            value: `${part.points} / ${part.max}`,
            percent: part.max > 0 ? Math.max(0, (100 * part.points) / part.max) : 0
        }));
    }

    get detailed(): boolean {
        return !this.compact;
    }

    get hasBesideChanges(): boolean {
        return (this.score?.besideChanges.length ?? 0) > 0;
    }

    get hasSignals(): boolean {
        return Boolean(this.score?.signalsHeading);
    }
}
