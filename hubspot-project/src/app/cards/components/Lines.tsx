import { Box, Flex, Icon, List, Text } from '@hubspot/ui-extensions';
import type { Line } from '@handoff/core';
import { Aside } from './Aside.tsx';
import { ICONS } from './tones.ts';

/** Lines: what, more about it, and when or how much at the line's end. */
export function Lines({ items }: { readonly items: readonly Line[] }) {
    return (
        <List variant="unordered">
            {items.map((line) => (
                <LineRow key={line.id} line={line} />
            ))}
        </List>
    );
}

function LineRow({ line }: { readonly line: Line }) {
    // A badge brings its own colour and its own words.
    const icon = line.badge === null ? ICONS[line.tone] : null;
    return (
        <Flex direction="row" gap="sm" align="start">
            {icon && <Icon {...icon} size="sm" />}
            <Box flex={1}>
                <Text>{line.text}</Text>
                {line.detail && <Text variant="microcopy">{line.detail}</Text>}
            </Box>
            <Aside badge={line.badge} text={line.aside} title={line.asideTitle} />
        </Flex>
    );
}
