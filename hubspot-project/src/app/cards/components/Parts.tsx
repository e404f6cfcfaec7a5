import { Children, Fragment, type ReactNode } from 'react';
import { Divider, Flex } from '@hubspot/ui-extensions';

/** Parts of the card under each other, each under a line. */
export function Parts({ children }: { readonly children: ReactNode }) {
    return (
        <Flex direction="column" gap="sm" align="stretch">
            {Children.toArray(children).map((part, index) => (
                <Fragment key={index}>
                    <Divider size="xs" />
                    {part}
                </Fragment>
            ))}
        </Flex>
    );
}
