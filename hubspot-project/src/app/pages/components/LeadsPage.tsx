import { Flex } from '@hubspot/ui-extensions';
import { PageLink, usePageRoute } from '@hubspot/ui-extensions/pages';
import { drillOf } from '../drillParams.ts';
import { useOverview } from '../hooks/useOverview.tsx';
import { words } from '../words.ts';
import { Section } from './Section.tsx';

/** The leads behind a row of another page, each with the way to its record. */
export function LeadsPage() {
    const { behind } = useOverview();
    const { params } = usePageRoute();
    return (
        <Flex direction="column" gap="sm" align="stretch">
            <PageLink to="/">{words.back}</PageLink>
            <Section section={behind(drillOf(params))} />
        </Flex>
    );
}
