import type { AutoGridProps, BoxProps, FlexProps, TileProps } from '@hubspot/ui-extensions';
import { pixels } from './distances.ts';

const SIDES: { readonly [side: string]: string } = {
    start: 'flex-start',
    end: 'flex-end',
    around: 'space-around',
    between: 'space-between'
};
const side = (name: string) => SIDES[name] ?? name;

export function Flex({
    direction = 'row',
    justify = 'start',
    align = 'stretch',
    alignSelf,
    gap = 'flush',
    wrap = false,
    children
}: FlexProps) {
    return (
        <div
            className="hs-flex"
            style={{
                flexDirection: direction,
                justifyContent: side(justify),
                alignItems: side(align),
                alignSelf: alignSelf && side(alignSelf),
                gap: pixels(gap),
                flexWrap: wrap === true ? 'wrap' : wrap === false ? 'nowrap' : wrap
            }}
        >
            {children}
        </div>
    );
}

export function Box({ alignSelf, flex = 'initial', children }: BoxProps) {
    return (
        <div className="hs-box" style={{ alignSelf: alignSelf && side(alignSelf), flex }}>
            {children}
        </div>
    );
}

export function AutoGrid({ columnWidth, flexible, gap = 'flush', children }: AutoGridProps) {
    const least = `min(100%, ${columnWidth}px)`;
    const width = flexible ? `minmax(${least}, 1fr)` : least;
    return (
        <div
            className="hs-grid"
            style={{ gridTemplateColumns: `repeat(auto-fit, ${width})`, gap: pixels(gap) }}
        >
            {children}
        </div>
    );
}

export function Tile({ compact, flush, children }: TileProps) {
    const block = compact ? 12 : 24;
    return (
        <div className="hs-tile" style={{ padding: `${block}px ${flush ? 0 : block}px` }}>
            {children}
        </div>
    );
}
