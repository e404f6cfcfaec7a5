import { useMemo } from 'react';
import {
    AutoGrid,
    Flex,
    Heading,
    LoadingSpinner,
    ProgressBar,
    useExtensionContext
} from '@hubspot/ui-extensions';
import { agreement, leadFromHubSpot, leadPanel } from '@handoff/core';
import { useViewer } from '../hooks/useViewer.ts';
import { words } from '../words.ts';
import { COLUMN_WIDTH } from './LeadCard.tsx';
import { Parts } from './Parts.tsx';

/** Of nobody: its panel has the headings of everybody's. */
const NOBODY = leadFromHubSpot(
    {
        contact: { id: '', properties: {} },
        calls: [],
        emails: [],
        meetings: [],
        tasks: [],
        notes: [],
        communications: [],
        events: null,
        enrollments: [],
        owners: [],
        acceptance: null,
        gaps: []
    },
    agreement
);

/** The card's parts in their places, before what they hold has come. */
export function Loading() {
    const compact = useExtensionContext<'crm.record.tab'>().location === 'crm.record.sidebar';
    const viewer = useViewer(0);
    const columns = useMemo(() => {
        const panel = leadPanel(NOBODY, agreement, viewer);
        const { content, decision, icp, score, touches, whyNow } = panel;
        const first = [decision, whyNow, score];
        // In the sidebar the others are folded.
        return compact ? [first] : [first, [icp, content, touches]];
    }, [viewer, compact]);
    return (
        <Flex direction="column" gap="sm" align="stretch">
            <LoadingSpinner label={words.loading} showLabel />
            <AutoGrid columnWidth={COLUMN_WIDTH} flexible gap={compact ? 'sm' : 'md'}>
                {columns.map((parts) => (
                    <Parts key={parts[0]?.heading}>
                        {parts.map(({ heading }) => (
                            <Flex key={heading} direction="column" gap="sm" align="stretch">
                                <Heading>{heading}</Heading>
                                <ProgressBar value={0} aria-label={heading} />
                            </Flex>
                        ))}
                    </Parts>
                ))}
            </AutoGrid>
        </Flex>
    );
}
