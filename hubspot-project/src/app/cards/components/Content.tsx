import { Box, Flex, List, Text } from '@hubspot/ui-extensions';
import type { ContentGroup } from '@handoff/core';
import { Aside } from './Aside.tsx';

/** Assets, each with everything the person did with it and wrote in it. */
export function Content({ groups }: { readonly groups: readonly ContentGroup[] }) {
    return (
        <List variant="unordered">
            {groups.map((group) => (
                <Asset key={group.id} group={group} />
            ))}
        </List>
    );
}

function Asset({ group }: { readonly group: ContentGroup }) {
    return (
        <Flex direction="column" gap="xs" align="stretch">
            <Flex direction="row" gap="sm" align="start">
                <Box flex={1}>
                    <Text>{group.title}</Text>
                    <Text variant="microcopy">{group.summary}</Text>
                </Box>
                <Aside badge={group.badge} text={group.when} title={group.whenTitle} />
            </Flex>
            {/* A form may ask the same question twice. */}
            {group.answers.map(({ question, answer }, index) => (
                <Box key={index}>
                    <Text variant="microcopy">{question}</Text>
                    <Text format={{ italic: true }}>{`“${answer}”`}</Text>
                </Box>
            ))}
        </Flex>
    );
}
