import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { useOverview } from '../hooks/useOverview.tsx';
import { words } from '../words.ts';

/** How numbers are counted, and by which agreement. */
export function Method() {
    const { again, panel, reading, unknownResponses, viewer } = useOverview();
    const count = new Intl.NumberFormat(viewer.locale).format(unknownResponses);
    const lines = [
        ...(unknownResponses === 0 ? [] : [words.responseUnknown(count, unknownResponses === 1)]),
        ...(reading?.notes ?? []),
        ...panel.method,
        words.repNow,
        words.searchLag
    ];
    return (
        <Flex direction="column" gap="xs" align="stretch">
            {lines.map((line) => (
                <Text key={line} variant="microcopy">
                    {line}
                </Text>
            ))}
            <Flex direction="row" gap="sm" align="center" justify="between" wrap="wrap">
                <Text variant="microcopy">{panel.footer}</Text>
                <Button size="sm" variant="secondary" onClick={again}>
                    {words.refresh}
                </Button>
            </Flex>
        </Flex>
    );
}
