import { LightningElement, api } from 'lwc';
import type { Line } from 'c/handoffCore';
import { toneIcon, toneVariant } from 'c/handoffTone';

interface Row extends Line {
    readonly icon: string | null;
    readonly iconVariant: string;
}

/** A list of lines: what, more about it, and when or how much at the line's end. */
export default class HandoffLines extends LightningElement {
    @api items: readonly Line[] = [];

    get rows(): readonly Row[] {
        return this.items.map((line) => ({
            ...line,
            // A badge brings its own icon and its own words.
            icon: line.badge === null ? toneIcon(line.tone) : null,
            iconVariant: toneVariant(line.tone)
        }));
    }

    get listClass(): string {
        return this.rows.some(({ icon }) => icon !== null) ? 'lines iconed' : 'lines';
    }
}
