import { Flex, Text } from '@hubspot/ui-extensions';
import { CrmPropertyList } from '@hubspot/ui-extensions/crm';
import type { DecisionPanel } from '@handoff/core';
import { words } from '../words.ts';
import { FilledBadge, QuietBadge } from './Badges.tsx';
import { Noted } from './Noted.tsx';
import { Section } from './Section.tsx';

/** Names and labels of the properties that hold a decision. */
const PROPERTIES = {
    handoff_decision: 'Handoff decision',
    handoff_reason: 'Handoff reason',
    handoff_reason_detail: 'Handoff reason detail',
    handoff_decision_note: 'Handoff note',
    handoff_decided_at: 'Handoff decided at'
} as const;

interface Props {
    readonly panel: DecisionPanel;
    /** HubSpot draws its property list in a tab only. */
    readonly compact: boolean;
}

/** The decision where no function can save it: its state, and HubSpot's own edit of its properties. */
export function DecisionByHand({ panel, compact }: Props) {
    const { closed, due, heading, state } = panel;
    return (
        <Section heading={heading} beside={<FilledBadge badge={state} />}>
            {due && <QuietBadge badge={due} />}
            {closed ? <Text variant="microcopy">{closed}</Text> : <Where compact={compact} />}
        </Section>
    );
}

function Where({ compact }: Pick<Props, 'compact'>) {
    return (
        <Flex direction="column" gap="xs" align="stretch">
            {compact ? (
                <Text>{`${words.decideByHandSidebar} ${Object.values(PROPERTIES).join(', ')}.`}</Text>
            ) : (
                <>
                    <Text>{words.decideByHand}</Text>
                    <CrmPropertyList properties={Object.keys(PROPERTIES)} direction="row" />
                </>
            )}
            <Noted name="info">{words.decidedAtCounts}</Noted>
        </Flex>
    );
}
