import { Box, Button, Flex, Heading, Icon, Text } from '@hubspot/ui-extensions';
import type { LeadPanel } from '@handoff/core';
import { words } from '../words.ts';
import { FilledBadge } from './Badges.tsx';

interface Props {
    readonly panel: Pick<LeadPanel, 'title' | 'subtitle' | 'mql' | 'hot'>;
    readonly loading: boolean;
    readonly reload: () => void;
}

/** Who this is, and whether they were handed over. */
export function Header({ panel: { title, subtitle, mql, hot }, loading, reload }: Props) {
    return (
        <Flex direction="column" gap="xs" align="stretch">
            <Flex direction="row" gap="sm" align="start">
                <Box flex={1}>
                    <Heading>{title}</Heading>
                    {subtitle && <Text variant="microcopy">{subtitle}</Text>}
                </Box>
                <Button variant="transparent" size="xs" onClick={reload} disabled={loading}>
                    <Icon name="refresh" screenReaderText={words.refresh} />
                </Button>
            </Flex>
            <Flex direction="row" gap="xs" wrap="wrap">
                <FilledBadge badge={mql} />
                {hot && <FilledBadge badge={hot} />}
            </Flex>
        </Flex>
    );
}
