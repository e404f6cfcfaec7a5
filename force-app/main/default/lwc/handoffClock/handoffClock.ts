import { LightningElement, api } from 'lwc';
import { clockView, type Clock, type ClockView, type Labelled } from 'c/handoffCore';
import { viewerNow } from 'c/handoffViewer';

/** A response clock that redraws itself when its view says so, and rests while the page is hidden. */
export default class HandoffClock extends LightningElement {
    @api detailsLabel = '';
    @api attempts: Labelled | null = null;

    view: ClockView | null = null;
    /** Spoken politely; empty until a threshold is crossed before the user's eyes. */
    announcement = '';

    private givenClock: Clock | null = null;
    private timeoutId: ReturnType<typeof setTimeout> | undefined;

    @api
    get clock(): Clock | null {
        return this.givenClock;
    }
    set clock(value: Clock | null) {
        this.givenClock = value;
        this.redraw();
    }

    override connectedCallback(): void {
        document.addEventListener('visibilitychange', this.redraw);
        this.redraw();
    }

    override disconnectedCallback(): void {
        document.removeEventListener('visibilitychange', this.redraw);
        clearTimeout(this.timeoutId);
    }

    get hasProgress(): boolean {
        return this.view !== null && this.view.progress !== null;
    }

    get percent(): number {
        return Math.round(this.view?.progress ?? 0);
    }

    // lightning-progress-bar knows one colour only.
    get barClass(): string {
        return `slds-progress-bar__value ${this.view?.badge.tone ?? ''}`;
    }

    get barStyle(): string {
        return `inline-size: ${this.percent}%`;
    }

    get hasLadder(): boolean {
        return this.view !== null && this.view.ladder.length > 0;
    }

    private redraw = (): void => {
        clearTimeout(this.timeoutId);
        if (this.givenClock === null) {
            this.view = null;
            return;
        }
        if (document.hidden && this.view !== null) {
            return;
        }
        const view = clockView(this.givenClock, viewerNow());
        if (this.view !== null && this.view.announcement !== view.announcement) {
            this.announcement = view.announcement;
        }
        this.view = view;
        if (this.isConnected && !document.hidden && view.redrawAfter !== null) {
            // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared on disconnect
            this.timeoutId = setTimeout(this.redraw, view.redrawAfter);
        }
    };
}
