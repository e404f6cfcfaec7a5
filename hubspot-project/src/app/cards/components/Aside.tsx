import { Flex, Text } from '@hubspot/ui-extensions';
import type { Badge } from '@handoff/core';
import { QuietBadge } from './Badges.tsx';

interface Props {
    readonly badge: Badge | null;
    readonly text: string | null;
    /** The full form of the text, for a tooltip. */
    readonly title: string | null;
}

/** At the end of a line: a badge, and under it when or how much. */
export function Aside({ badge, text, title }: Props) {
    if (badge === null && text === null) return null;
    return (
        <Flex direction="column" align="end">
            {badge && <QuietBadge badge={badge} />}
            {text && (
                <Text variant="microcopy" truncate={title ? { tooltipText: title } : false}>
                    {text}
                </Text>
            )}
        </Flex>
    );
}
