import { Accordion, Box, Flex, ProgressBar, Text } from '@hubspot/ui-extensions';
import type { ScorePanel, ScorePart } from '@handoff/core';
import { FilledBadge } from './Badges.tsx';
import { Lines } from './Lines.tsx';
import { Section } from './Section.tsx';

interface Props {
    readonly score: ScorePanel;
    readonly folded: boolean;
}

/** The score: its sum, its parts with each rule's points, and the signals beside it. */
export function Score({ score, folded }: Props) {
    return (
        <Section
            heading={score.heading}
            beside={<FilledBadge badge={score.summary} />}
            folded={folded}
        >
            {score.counterfactual && <Text>{score.counterfactual}</Text>}
            {score.beside && <Text variant="microcopy">{score.beside}</Text>}
            {score.parts.map((part) => (
                <Part key={part.label} part={part} />
            ))}
            {score.signalsHeading && (
                <Box>
                    <Text format={{ fontWeight: 'demibold' }}>{score.signalsHeading}</Text>
                    <Lines items={score.signals} />
                </Box>
            )}
        </Section>
    );
}

function Part({ part: { label, points, max, lines } }: { readonly part: ScorePart }) {
    return (
        <Flex direction="column" gap="flush" align="stretch">
            <Accordion title={`${label} ${points} / ${max}`} size="small">
                <Lines items={lines} />
            </Accordion>
            <ProgressBar value={Math.max(0, points)} maxValue={max} aria-label={label} />
        </Flex>
    );
}
