import type { ButtonProps } from '@hubspot/ui-extensions';
import { CLICK, REACTIONS } from './events.ts';

const SIZES = { 'extra-small': 'xs', xs: 'xs', small: 'sm', sm: 'sm', medium: 'md', md: 'md' };

export function Button({
    variant = 'secondary',
    size = 'md',
    type = 'button',
    disabled,
    onClick,
    children
}: ButtonProps) {
    return (
        <button
            type={type}
            className={`hs-button hs-button--${variant} hs-button--${SIZES[size]}`}
            disabled={disabled}
            onClick={() => void onClick?.(CLICK, REACTIONS)}
        >
            {children}
        </button>
    );
}
