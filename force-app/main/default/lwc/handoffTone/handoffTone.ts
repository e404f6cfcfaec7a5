import type { Tone } from 'c/handoffCore';

const ICONS: { readonly [tone in Tone]: string | null } = {
    neutral: null,
    good: 'utility:success',
    warn: 'utility:warning',
    bad: 'utility:error'
};
const VARIANTS: { readonly [tone in Tone]: string } = {
    neutral: '',
    good: 'success',
    warn: 'warning',
    bad: 'error'
};
const THEMES: { readonly [tone in Tone]: string } = {
    neutral: '',
    good: 'slds-theme_success',
    warn: 'slds-theme_warning',
    bad: 'slds-theme_error'
};

/** The icon that goes with a tone, so that a state never shows by colour alone; null: words suffice. */
export function toneIcon(tone: Tone): string | null {
    return ICONS[tone];
}

/** `variant` of a lightning-icon on the page's own background. */
export function toneVariant(tone: Tone): string {
    return VARIANTS[tone];
}

/** The design system's theme for a filled badge. */
export function toneTheme(tone: Tone): string {
    return THEMES[tone];
}
