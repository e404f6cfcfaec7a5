import type { IconProps } from '@hubspot/ui-extensions';

/** Paths in a box of 16; those that stand in a circle are cut out of it. */
const PATHS: { readonly [name: string]: string } = {
    downCarat: 'M3 5.5 8 10.5l5-5',
    info: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M8 7.2v4M8 4.6v.1',
    locked: 'M3.5 7.2h9v6.3h-9zM5.3 7.2V4.8a2.7 2.7 0 0 1 5.4 0v2.4',
    refresh: 'M13.5 8a5.5 5.5 0 1 1-1.7-4M13.5 1.8v3h-3',
    remove: 'm4 4 8 8m0-8-8 8',
    right: 'm5.5 3 5 5-5 5',
    success: 'm2.5 8.5 3.8 3.8 7.2-8',
    warning: 'M8 2 1.5 13.5h13zM8 6.5v3.5M8 11.9v.1',
    xCircle: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13m-2.5 4 5 5m0-5-5 5'
};
const SIZES = { small: 14, sm: 14, medium: 18, md: 18, large: 24, lg: 24 };

type Props = Omit<IconProps, 'name'> & { readonly name: string };

export function Icon({ name, color = 'inherit', size = 'sm', screenReaderText }: Props) {
    return (
        <span className={`hs-icon hs-icon--${color}`}>
            <svg viewBox="0 0 16 16" width={SIZES[size]} height={SIZES[size]} aria-hidden="true">
                <path d={PATHS[name] ?? 'M3 3h10v10H3z'} />
            </svg>
            {screenReaderText && <span className="hs-hidden">{screenReaderText}</span>}
        </span>
    );
}
