import { useContext } from 'react';
import type { PageLinkProps, PageTitleProps } from '@hubspot/ui-extensions/pages';
import { PageContext } from '../page.ts';

/** HubSpot draws it above the page. */
export function PageTitle({ children }: PageTitleProps) {
    return <h2 className="hs-page-title">{children}</h2>;
}

/** A link within the app: its router is in the worker. */
export function PageLink({ to, params, children }: PageLinkProps) {
    const { navigate } = useContext(PageContext);
    return (
        <a
            className="hs-link"
            href={`#${to}`}
            onClick={(event) => {
                event.preventDefault();
                navigate(to, params ?? {});
            }}
        >
            {children}
        </a>
    );
}
