import { useEffect, useRef, type ReactNode } from 'react';
import {
    Accordion,
    DescriptionList,
    DescriptionListItem,
    Flex,
    Heading,
    ProgressBar,
    Text,
    useExtensionActions
} from '@hubspot/ui-extensions';
import type { LeadPanel, Viewer } from '@handoff/core';
import { useClock } from '../hooks/useClock.ts';
import { FilledBadge } from './Badges.tsx';
import { Lines } from './Lines.tsx';
import { PROGRESS } from './tones.ts';

interface Props {
    readonly panel: Pick<LeadPanel, 'attempts' | 'clock' | 'clockDetails'>;
    readonly viewer: Viewer;
    /** What answers the person, next to the time that is left. */
    readonly children?: ReactNode;
}

/** The response clock; the only part of the card that is redrawn every second. */
export function ClockPart({ panel, viewer, children }: Props) {
    const { attempts, clock, clockDetails } = panel;
    const view = useClock(clock, viewer);
    useAnnouncement(view.announcement);
    return (
        <Flex direction="column" gap="xs" align="stretch">
            <Flex direction="row" gap="sm" justify="between" align="center" wrap="wrap">
                <Heading>{view.headline}</Heading>
                <FilledBadge badge={view.badge} />
            </Flex>
            {view.due && <Text variant="microcopy">{view.due}</Text>}
            {view.progress !== null && (
                <ProgressBar
                    value={view.progress}
                    maxValue={100}
                    variant={PROGRESS[view.badge.tone]}
                    aria-label={view.badge.text}
                />
            )}
            <Text>
                <Text variant="microcopy" inline>
                    {attempts.label}
                </Text>
                {` ${attempts.value}`}
            </Text>
            {children}
            <Accordion title={clockDetails} size="small">
                <Flex direction="column" gap="sm" align="stretch">
                    <DescriptionList direction="row">
                        {view.facts.map(({ label, value }) => (
                            <DescriptionListItem key={label} label={label}>
                                <Text>{value}</Text>
                            </DescriptionListItem>
                        ))}
                    </DescriptionList>
                    {view.arithmetic && <Text>{view.arithmetic}</Text>}
                    {view.ladder.length > 0 && <Lines items={view.ladder} />}
                </Flex>
            </Accordion>
        </Flex>
    );
}

/** A card has no live region: HubSpot's own alerts say that a threshold was crossed before one's eyes. */
function useAnnouncement(announcement: string) {
    const { addAlert } = useExtensionActions<'crm.record.tab'>();
    const said = useRef(announcement);
    useEffect(() => {
        if (said.current === announcement) return;
        said.current = announcement;
        addAlert({ type: 'info', message: announcement });
    }, [announcement, addAlert]);
}
