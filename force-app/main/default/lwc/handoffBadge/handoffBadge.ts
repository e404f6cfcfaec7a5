import { LightningElement, api } from 'lwc';
import type { Badge } from 'c/handoffCore';
import { toneIcon, toneTheme, toneVariant } from 'c/handoffTone';

/** A short state: words, and an icon for what the colour says. */
export default class HandoffBadge extends LightningElement {
    @api badge: Badge | null = null;
    /** Without a filled background, for lists where many stand under each other. */
    @api quiet = false;
    /** An icon that says more than the tone's own. */
    @api icon: string | null = null;

    get iconName(): string | null {
        return this.badge && (this.icon ?? toneIcon(this.badge.tone));
    }

    get iconVariant(): string {
        if (!this.badge) {
            return '';
        }
        if (this.quiet) {
            return toneVariant(this.badge.tone);
        }
        // Good and bad fill dark; a warning and a neutral badge are light.
        return ['good', 'bad'].includes(this.badge.tone) ? 'inverse' : '';
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
