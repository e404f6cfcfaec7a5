import type { ReactNode } from 'react';
import type { FeedbackPanel } from '@handoff/core';
import { FilledBadge, QuietBadge } from './Badges.tsx';
import { Lines } from './Lines.tsx';
import { Section } from './Section.tsx';

interface Props {
    readonly panel: FeedbackPanel;
    /** How to answer. */
    readonly children?: ReactNode;
}

/** Marketing's side of a rejection: its clock, or what it answered. */
export function FeedbackState({ panel, children }: Props) {
    const { answer, due, heading, state } = panel;
    return (
        <Section heading={heading} beside={<FilledBadge badge={state} />}>
            {due && <QuietBadge badge={due} />}
            {answer && <Lines items={[answer]} />}
            {children}
        </Section>
    );
}
