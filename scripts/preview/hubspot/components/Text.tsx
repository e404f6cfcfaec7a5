import type {
    DividerProps,
    HeadingProps,
    LinkProps,
    StatusTagProps,
    TagProps,
    TextProps
} from '@hubspot/ui-extensions';
import { pixels } from './distances.ts';
import { CLICK, REACTIONS } from './events.ts';

const WEIGHTS = { regular: 400, demibold: 600, bold: 700 } as const;

export function Text({ variant = 'bodytext', inline, format = {}, truncate, children }: TextProps) {
    const Element = inline ? 'span' : 'p';
    const tooltip = typeof truncate === 'object' ? truncate.tooltipText : undefined;
    return (
        <Element
            className={`hs-text hs-text--${variant}${truncate ? ' hs-text--truncated' : ''}`}
            title={tooltip}
            style={{
                fontWeight: format.fontWeight && WEIGHTS[format.fontWeight],
                fontStyle: format.italic ? 'italic' : undefined
            }}
        >
            {children}
        </Element>
    );
}

export function Heading({ children }: HeadingProps) {
    return <h3 className="hs-heading">{children}</h3>;
}

export function Divider({ size = 'sm' }: DividerProps) {
    return <hr className="hs-divider" style={{ marginBlock: pixels(size) }} />;
}

export function Link({ href, onClick, children }: LinkProps) {
    return (
        <a
            className="hs-link"
            href={typeof href === 'string' ? href : href.url}
            onClick={() => void onClick?.(CLICK, REACTIONS)}
        >
            {children}
        </a>
    );
}

export function Tag({ variant = 'default', children }: TagProps) {
    return <span className={`hs-tag hs-tag--${variant}`}>{children}</span>;
}

export function StatusTag({ variant = 'default', hollow, children }: StatusTagProps) {
    const ring = hollow ? ' hs-status--hollow' : '';
    return <span className={`hs-status hs-status--${variant}${ring}`}>{children}</span>;
}
