import { Children, type ReactNode } from 'react';
import type {
    DescriptionListItemProps,
    DescriptionListProps,
    ListProps
} from '@hubspot/ui-extensions';

export function List({ variant = 'unordered', children }: ListProps) {
    const Element = variant.startsWith('ordered') ? 'ol' : 'ul';
    return (
        <Element className={`hs-list hs-list--${variant}`}>
            {Children.map(children, (child: ReactNode) => (
                <li>{child}</li>
            ))}
        </Element>
    );
}

export function DescriptionList({ direction = 'column', children }: DescriptionListProps) {
    return <dl className={`hs-descriptions hs-descriptions--${direction}`}>{children}</dl>;
}

export function DescriptionListItem({ label, children }: DescriptionListItemProps) {
    return (
        <div className="hs-description">
            <dt>{label}</dt>
            <dd>{children}</dd>
        </div>
    );
}
