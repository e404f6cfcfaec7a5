import { LightningElement, api } from 'lwc';
import type { ContentGroup, Line, Listing } from 'c/handoffCore';

/** A section with a list of which the first items show until it is unfolded. */
export default class HandoffListing extends LightningElement {
    @api listing: Listing<Line> | Listing<ContentGroup> | null = null;
    /** The items are assets with answers, not lines. */
    @api assets = false;

    unfolded = false;

    get items(): readonly (Line | ContentGroup)[] {
        if (!this.listing) {
            return [];
        }
        const { items, more, shown } = this.listing;
        return more === null || this.unfolded ? items : items.slice(0, shown);
    }

    get filled(): boolean {
        return this.items.length > 0;
    }

    get toggleLabel(): string | null {
        return this.listing && (this.unfolded ? this.listing.less : this.listing.more);
    }

    get unfoldable(): boolean {
        return Boolean(this.listing?.more);
    }

    get expanded(): string {
        return String(this.unfolded);
    }

    handleToggle(): void {
        this.unfolded = !this.unfolded;
    }
}
