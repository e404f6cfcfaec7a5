import { useState } from 'react';
import { Accordion, Flex, ProgressBar, Text } from '@hubspot/ui-extensions';
import type { Line, ScorePanel, ScorePart } from '@handoff/core';
import { FilledBadge } from './Badges.tsx';
import { Lines } from './Lines.tsx';
import { Section } from './Section.tsx';

interface Props {
    readonly score: ScorePanel;
    /** The signals are folded, as the parts always are. */
    readonly compact: boolean;
}

/** The score: its sum, its parts with each rule's points, and the signals beside it. */
export function Score({ score, compact }: Props) {
    const { heading, summary, counterfactual, beside, besideChanges } = score;
    const { parts, signalsHeading, signals } = score;
    return (
        <Section heading={heading} beside={<FilledBadge badge={summary} />}>
            {counterfactual && <Text>{counterfactual}</Text>}
            {beside && <Text variant="microcopy">{beside}</Text>}
            {besideChanges.length > 0 && <Lines items={besideChanges} />}
            <Flex direction="column" gap="sm" align="stretch">
                {parts.map((part) => (
                    <Part key={part.label} part={part} />
                ))}
                {signalsHeading && (
                    <Signals heading={signalsHeading} folded={compact} lines={signals} />
                )}
            </Flex>
        </Section>
    );
}

interface SignalsProps {
    readonly heading: string;
    readonly folded: boolean;
    readonly lines: readonly Line[];
}

function Signals({ heading, folded, lines }: SignalsProps) {
    if (folded) {
        return (
            <Section heading={heading} folded>
                <Lines items={lines} />
            </Section>
        );
    }
    return (
        <Flex direction="column" gap="flush" align="stretch">
            <Text format={{ fontWeight: 'demibold' }}>{heading}</Text>
            <Lines items={lines} />
        </Flex>
    );
}

function Part({ part: { label, points, max, lines } }: { readonly part: ScorePart }) {
    const [open, setOpen] = useState(false);
    const bar = <ProgressBar value={Math.max(0, points)} maxValue={max} aria-label={label} />;
    return (
        <Flex direction="column" gap="flush" align="stretch">
            <Accordion
                title={`${label} ${points} / ${max}`}
                size="small"
                open={open}
                onClick={() => setOpen(!open)}
            >
                {bar}
                <Lines items={lines} />
            </Accordion>
            {/* Always right under the title. */}
            {!open && bar}
        </Flex>
    );
}
