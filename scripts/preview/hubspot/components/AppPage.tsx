import { useId, type ReactNode } from 'react';

interface Props {
    readonly title: string;
    readonly location: string;
    readonly children: ReactNode;
}

/** The frame that HubSpot draws around an app's settings and its own pages: its name, and full width. */
export function AppPage({ title, location, children }: Props) {
    const id = useId();
    return (
        <section className="hs-card hs-page" data-location={location} aria-labelledby={id}>
            <h1 className="hs-card__title" id={id}>
                {title}
            </h1>
            <div className="hs-card__body">{children}</div>
        </section>
    );
}
