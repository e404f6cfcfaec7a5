import { useMemo } from 'react';
import {
    agreement,
    leadFromHubSpot,
    leadPanel,
    type HubSpotRecords,
    type Instant,
    type Lead,
    type LeadPanel,
    type Viewer
} from '@handoff/core';
import { useViewer } from './useViewer.ts';

export interface Drawn {
    readonly lead: Lead;
    readonly panel: LeadPanel;
    readonly viewer: Viewer;
}

/** The panel of some records, as it reads at `now`; null without records. */
export function usePanel(records: HubSpotRecords | null, now: Instant): Drawn | null {
    const viewer = useViewer(now);
    const lead = useMemo(() => records && leadFromHubSpot(records, agreement), [records]);
    return useMemo(
        () => lead && { lead, viewer, panel: leadPanel(lead, agreement, viewer) },
        [lead, viewer]
    );
}
