import type { ReactNode } from 'react';
import { AutoGrid, Flex, Text } from '@hubspot/ui-extensions';
import type { Lead, LeadPanel, Viewer } from '@handoff/core';
import { words } from '../words.ts';
import { AcceptancePart } from './AcceptancePart.tsx';
import { ClockPart } from './ClockPart.tsx';
import { Content } from './Content.tsx';
import { Lines } from './Lines.tsx';
import { ListingSection } from './ListingSection.tsx';
import { Parts } from './Parts.tsx';
import { QuickActions } from './QuickActions.tsx';
import { Score } from './Score.tsx';
import { Section } from './Section.tsx';

/** Two columns where two of this width fit, else one. */
export const COLUMN_WIDTH = 300;

interface Props {
    readonly lead: Lead;
    readonly panel: LeadPanel;
    readonly viewer: Viewer;
    /** Where the decision is made. */
    readonly decision: ReactNode;
    /** Where marketing answers; nothing where nothing is rejected. */
    readonly feedback: ReactNode;
    /** What holds for every contact, below what is about this one. */
    readonly below?: ReactNode;
    /** In the sidebar: what does not help to answer now is folded. */
    readonly compact: boolean;
}

/** Everything about a handed-over person, in the order a rep needs it. */
export function LeadCard({ lead, panel, viewer, decision, feedback, below, compact }: Props) {
    const { history } = panel.decision;
    const { acceptance, content, footer, gaps, icp, score, touches, whyNow } = panel;
    return (
        <Flex direction="column" gap="sm" align="stretch">
            <AutoGrid columnWidth={COLUMN_WIDTH} flexible gap={compact ? 'sm' : 'md'}>
                <Parts>
                    <ClockPart panel={panel} viewer={viewer}>
                        <QuickActions facts={lead.facts} clock={panel.clock} />
                    </ClockPart>
                    {decision}
                    {feedback}
                    {panel.warnings.length > 0 && <Lines items={panel.warnings} />}
                    <ListingSection listing={whyNow}>
                        {(items) => <Lines items={items} />}
                    </ListingSection>
                    <Score score={score} compact={compact} />
                </Parts>
                <Parts>
                    <ListingSection listing={icp} folded={compact}>
                        {(items) => <Lines items={items} />}
                    </ListingSection>
                    <ListingSection listing={content} folded={compact}>
                        {(items) => <Content groups={items} />}
                    </ListingSection>
                    <ListingSection listing={touches} folded={compact}>
                        {(items) => <Lines items={items} />}
                    </ListingSection>
                    {history.length > 0 && (
                        <Section heading={words.history} folded={compact}>
                            <Lines items={history} />
                        </Section>
                    )}
                    <AcceptancePart acceptance={acceptance} folded={compact} />
                </Parts>
            </AutoGrid>
            {below}
            {gaps.length > 0 && (
                <Parts>
                    <Section
                        heading={panel.gapsHeading}
                        gaps={[...new Set(gaps.map(({ text }) => text))]}
                        folded={compact}
                    />
                </Parts>
            )}
            <Text variant="microcopy">{footer}</Text>
        </Flex>
    );
}
