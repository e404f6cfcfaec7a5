import type { ReactNode } from 'react';
import type { StatisticsItemProps } from '@hubspot/ui-extensions';

export function Statistics({ children }: { readonly children: ReactNode }) {
    return <div className="hs-statistics">{children}</div>;
}

export function StatisticsItem({ label, number, children }: StatisticsItemProps) {
    return (
        <div className="hs-statistic">
            <p className="hs-statistic__label">{label}</p>
            <p className="hs-statistic__number">{number}</p>
            {children}
        </div>
    );
}
