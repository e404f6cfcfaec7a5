import type { AlertProps, IconProps, StatusTagProps } from '@hubspot/ui-extensions';
import type { Tone } from '@handoff/core';

type ByTone<T> = { readonly [tone in Tone]: T };

export const ALERTS: ByTone<NonNullable<AlertProps['variant']>> = {
    neutral: 'info',
    good: 'success',
    warn: 'warning',
    bad: 'error'
};

export const STATUS_TAGS: ByTone<NonNullable<StatusTagProps['variant']>> = {
    neutral: 'default',
    good: 'success',
    warn: 'warning',
    bad: 'danger'
};

/** The icon that goes with a tone, so that a state never shows by colour alone; null: words suffice. */
export const ICONS: ByTone<Pick<IconProps, 'name' | 'color'> | null> = {
    neutral: null,
    good: { name: 'success', color: 'success' },
    warn: { name: 'warning', color: 'warning' },
    bad: { name: 'xCircle', color: 'alert' }
};
