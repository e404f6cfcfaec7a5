import {
    DescriptionList,
    DescriptionListItem,
    Flex,
    Heading,
    StatusTag,
    Text,
    type StatusTagProps
} from '@hubspot/ui-extensions';
import type { Feature } from '@handoff/core';
import { words } from '../words.ts';

const TONES: { readonly [state in Feature['state']]?: NonNullable<StatusTagProps['variant']> } = {
    answers: 'success',
    no_access: 'warning',
    failed: 'warning'
};

/** Which of the reads that not every account allows are answered in this one. */
export function Features({ features }: { readonly features: readonly Feature[] }) {
    return (
        <Flex direction="column" gap="sm" align="stretch">
            <Flex direction="column" gap="xs" align="stretch">
                <Heading>{words.features.heading}</Heading>
                <Text>{words.features.intro}</Text>
            </Flex>
            <DescriptionList direction="row">
                {features.map(({ id, state }) => (
                    <DescriptionListItem key={id} label={words.features.names[id]}>
                        <StatusTag variant={TONES[state] ?? 'default'}>
                            {words.features.states[state]}
                        </StatusTag>
                    </DescriptionListItem>
                ))}
            </DescriptionList>
        </Flex>
    );
}
