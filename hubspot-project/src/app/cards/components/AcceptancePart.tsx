import { Flex, Text } from '@hubspot/ui-extensions';
import type { AcceptancePanel } from '@handoff/core';
import { words } from '../words.ts';
import { FilledBadge } from './Badges.tsx';
import { Noted } from './Noted.tsx';
import { Section } from './Section.tsx';

interface Props {
    readonly acceptance: AcceptancePanel;
    readonly folded: boolean;
}

/** Whether sales accepted this record, and how the leads of its source fare. */
export function AcceptancePart({ acceptance, folded }: Props) {
    const { own, source, basis, alarm } = acceptance;
    return (
        <Section heading={words.acceptance} folded={folded}>
            <Flex direction="row" gap="xs" wrap="wrap">
                <FilledBadge badge={own} />
                {source && <FilledBadge badge={source} />}
            </Flex>
            {basis && <Text variant="microcopy">{basis}</Text>}
            {alarm && (
                <Noted name="warning" color="warning">
                    {alarm}
                </Noted>
            )}
        </Section>
    );
}
