import { useId, type ReactNode } from 'react';

interface Props {
    readonly title: string;
    readonly location: string;
    readonly children: ReactNode;
}

/** The frame that HubSpot draws around a card, and here around an app's settings and pages too. */
export function Card({ title, location, children }: Props) {
    const id = useId();
    return (
        <section className="hs-card" data-location={location} aria-labelledby={id}>
            <h2 className="hs-card__title" id={id}>
                {title}
            </h2>
            <div className="hs-card__body">{children}</div>
        </section>
    );
}
