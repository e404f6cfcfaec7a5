import { Flex } from '@hubspot/ui-extensions';
import type { OverviewPageId } from '@handoff/core';
import { useOverview } from '../hooks/useOverview.tsx';
import { Section } from './Section.tsx';

/** The sections of one page. */
export function Sections({ page }: { readonly page: OverviewPageId }) {
    const { panel } = useOverview();
    const { sections } = panel.pages.find(({ id }) => id === page) ?? { sections: [] };
    return (
        <Flex direction="column" gap="lg" align="stretch">
            {sections.map((section) => (
                <Section key={section.id} section={section} />
            ))}
        </Flex>
    );
}
