import type { FlexProps } from '@hubspot/ui-extensions';

type Distance = NonNullable<FlexProps['gap']>;

const PIXELS: { readonly [distance in Distance]: number } = {
    flush: 0,
    'extra-small': 4,
    xs: 4,
    small: 8,
    sm: 8,
    medium: 16,
    md: 16,
    large: 24,
    lg: 24,
    'extra-large': 32,
    xl: 32
};

export function pixels(distance: Distance): number {
    return PIXELS[distance];
}
