import type { ReactNode } from 'react';
import { Box, Flex, Icon, Text, type IconProps } from '@hubspot/ui-extensions';

interface Props extends Pick<IconProps, 'name' | 'color'> {
    readonly children: ReactNode;
}

/** A remark in small print behind an icon. */
export function Noted({ children, ...icon }: Props) {
    return (
        <Flex direction="row" gap="sm" align="start">
            <Icon {...icon} size="sm" />
            <Box flex={1}>
                <Text variant="microcopy">{children}</Text>
            </Box>
        </Flex>
    );
}
