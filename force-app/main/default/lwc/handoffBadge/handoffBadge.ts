import { LightningElement, api } from 'lwc';
import type { Badge } from 'c/handoffCore';
import { toneIcon, toneTheme, toneVariant } from 'c/handoffTone';

/** A short state: words, and an icon for what the colour says. */
export default class HandoffBadge extends LightningElement {
    @api badge: Badge | null = null;
    /** Without a filled background, for lists where many stand under each other. */
    @api quiet = false;

    get iconName(): string | null {
        return this.badge && toneIcon(this.badge.tone);
    }

    get iconVariant(): string {
        if (!this.badge) {
            return '';
        }
        // The theme of a warning is light, those of good and bad are dark.
        const onFill = this.badge.tone === 'warn' ? '' : 'inverse';
        return this.quiet ? toneVariant(this.badge.tone) : onFill;
    }

    get badgeClass(): string {
        if (!this.badge) {
            return '';
        }
        return this.quiet ? 'quiet' : `slds-badge filled ${toneTheme(this.badge.tone)}`;
    }

    get iconClass(): string {
        return this.badge?.tone === 'warn' && !this.quiet ? 'icon dark' : 'icon';
    }
}
