import type { EmptyStateProps, ErrorStateProps } from '@hubspot/ui-extensions';

/** HubSpot's own has a picture. */
export function EmptyState({ title, children }: EmptyStateProps) {
    return (
        <div className="hs-state">
            {title && <p className="hs-state__title">{title}</p>}
            {children}
        </div>
    );
}

export function ErrorState({ title, children }: ErrorStateProps) {
    return (
        <div className="hs-state" role="alert">
            {title && <p className="hs-state__title">{title}</p>}
            {children}
        </div>
    );
}
