import {
    DescriptionList,
    DescriptionListItem,
    Flex,
    Heading,
    StatusTag,
    Text,
    type StatusTagProps
} from '@hubspot/ui-extensions';
import { NATIVE_LABELS, type Feature, type NativeProperty } from '@handoff/core';
import { words } from '../words.ts';

const TONES: { readonly [state in Feature['state']]?: NonNullable<StatusTagProps['variant']> } = {
    answers: 'success',
    no_access: 'warning',
    failed: 'warning'
};

const LEADS: readonly NativeProperty[] = ['hs_pipeline_stage', 'hs_lead_disqualification_reason'];

interface Props {
    readonly features: readonly Feature[];
    readonly unchecked: readonly NativeProperty[];
}

/** Which of the reads that not every account allows are answered in this one. */
export function Features({ features, unchecked }: Props) {
    const hasLeads = features.some(({ id, state }) => id === 'leads' && state === 'answers');
    // Without leads there is nothing to check about them.
    const names = unchecked
        .filter((name) => hasLeads || !LEADS.includes(name))
        .map((name) => NATIVE_LABELS[name]);
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
            {names.length > 0 && (
                <Text variant="microcopy">{words.unchecked(names.join(', '))}</Text>
            )}
        </Flex>
    );
}
