import type { ReactNode } from 'react';

/** Stands in for a component that the preview does not draw, so that none is missed. */
export function unknownComponent(name: string) {
    return function Unknown({ children }: { readonly children?: ReactNode }) {
        return (
            <div className="hs-unknown" data-unknown={name}>
                <p>{`The preview does not draw <${name}>.`}</p>
                {children}
            </div>
        );
    };
}
