import { useState, type ReactNode } from 'react';
import { Box, Button, Text } from '@hubspot/ui-extensions';
import type { Listing } from '@handoff/core';
import { Section } from './Section.tsx';

interface Props<T> {
    readonly listing: Listing<T>;
    readonly folded?: boolean;
    readonly children: (items: readonly T[]) => ReactNode;
}

/** A section with a list of which the first items show until it is unfolded. */
export function ListingSection<T>({ listing, folded = false, children }: Props<T>) {
    const [unfolded, setUnfolded] = useState(false);
    const { heading, items, empty, more, less, shown, gaps } = listing;
    const visible = more === null || unfolded ? items : items.slice(0, shown);
    return (
        <Section heading={heading} gaps={gaps} folded={folded}>
            {visible.length > 0 && children(visible)}
            {empty && <Text variant="microcopy">{empty}</Text>}
            {more && (
                <Box alignSelf="start">
                    <Button
                        variant="transparent"
                        size="xs"
                        onClick={() => setUnfolded((before) => !before)}
                    >
                        {unfolded ? less : more}
                    </Button>
                </Box>
            )}
        </Section>
    );
}
