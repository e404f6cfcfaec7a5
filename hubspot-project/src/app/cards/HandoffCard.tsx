import { Flex, hubspot, useExtensionContext } from '@hubspot/ui-extensions';
import { Header } from './components/Header.tsx';
import { LeadCard } from './components/LeadCard.tsx';
import { Status } from './components/Status.tsx';
import { useLeadContext } from './hooks/useLeadContext.ts';

hubspot.extend<'crm.record.tab'>(() => <HandoffCard />);

/** The card on a contact's record, as a tab or in the sidebar. */
export function HandoffCard() {
    const { location } = useExtensionContext<'crm.record.tab'>();
    const { drawn, failure, loading, reload, take } = useLeadContext();
    return (
        <Flex direction="column" gap="sm" align="stretch">
            <Status drawn={drawn} failure={failure} loading={loading} reload={reload} />
            {drawn && (
                <>
                    <Header panel={drawn.panel} loading={loading} reload={reload} />
                    <LeadCard {...drawn} take={take} compact={location === 'crm.record.sidebar'} />
                </>
            )}
        </Flex>
    );
}
