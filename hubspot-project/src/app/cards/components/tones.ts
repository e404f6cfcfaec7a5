import type { IconProps, ProgressBarProps, StatusTagProps, TagProps } from '@hubspot/ui-extensions';
import type { Tone } from '@handoff/core';

type ByTone<T> = { readonly [tone in Tone]: T };

/** Filled badges. */
export const TAGS: ByTone<NonNullable<TagProps['variant']>> = {
    neutral: 'default',
    good: 'success',
    warn: 'warning',
    bad: 'error'
};

/** Quiet badges, for lists where many stand under each other. */
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

/** HubSpot knows no neutral bar; green is its own default. */
export const PROGRESS: ByTone<NonNullable<ProgressBarProps['variant']>> = {
    neutral: 'success',
    good: 'success',
    warn: 'warning',
    bad: 'danger'
};
