import type { ReactNode } from 'react';
import { Accordion, Flex, Heading } from '@hubspot/ui-extensions';
import { Noted } from './Noted.tsx';

interface Props {
    readonly heading: string;
    /** Beside the heading. */
    readonly beside?: ReactNode;
    /** What could not be seen in this part. */
    readonly gaps?: readonly string[];
    /** Closed until the heading is clicked. */
    readonly folded?: boolean;
    readonly children?: ReactNode;
}

/** A headed part of the card. */
export function Section({ heading, beside, gaps = [], folded = false, children }: Props) {
    const content = (
        <>
            {children}
            {gaps.map((gap) => (
                <Noted key={gap} name="info">
                    {gap}
                </Noted>
            ))}
        </>
    );
    if (folded) {
        return (
            <Accordion title={heading} size="small">
                <Flex direction="column" gap="xs" align="stretch">
                    {beside}
                    {content}
                </Flex>
            </Accordion>
        );
    }
    return (
        <Flex direction="column" gap="xs" align="stretch">
            <Flex direction="row" gap="sm" align="center" wrap="wrap">
                <Heading>{heading}</Heading>
                {beside}
            </Flex>
            {content}
        </Flex>
    );
}
