import { Flex, hubspot, useExtensionContext } from '@hubspot/ui-extensions';
import { isFunctionsOwn } from './callFunction.ts';
import { Decision } from './components/Decision.tsx';
import { Feedback } from './components/Feedback.tsx';
import { Header } from './components/Header.tsx';
import { LeadCard } from './components/LeadCard.tsx';
import { Loading } from './components/Loading.tsx';
import { Unread } from './components/Unread.tsx';
import { WithoutFunctions } from './components/WithoutFunctions.tsx';
import { useLeadContext } from './hooks/useLeadContext.ts';

hubspot.extend<'crm.record.tab'>(() => <HandoffCard />);

/** The card on a contact's record, as a tab or in the sidebar. */
export function HandoffCard() {
    const { crm } = useExtensionContext<'crm.record.tab'>();
    // Nothing of one contact outlives the way to another.
    return <ContactCard key={crm.objectId} />;
}

function ContactCard() {
    const compact = useExtensionContext<'crm.record.tab'>().location === 'crm.record.sidebar';
    const { drawn, failure, loading, answers, reload, take } = useLeadContext();
    const again = { loading, reload };
    if (drawn === null) {
        if (failure === null) return <Loading />;
        return isFunctionsOwn(failure) ? (
            <Unread failure={failure} {...again} />
        ) : (
            <WithoutFunctions key={answers} failure={failure} compact={compact} {...again} />
        );
    }
    const { lead, panel } = drawn;
    return (
        <Flex direction="column" gap="sm" align="stretch">
            {failure && <Unread failure={failure} {...again} />}
            <Header panel={panel} {...again} />
            <LeadCard
                {...drawn}
                compact={compact}
                decision={
                    <Decision lead={lead} panel={panel.decision} take={take} compact={compact} />
                }
                feedback={
                    panel.feedback && (
                        <Feedback
                            lead={lead}
                            panel={panel.feedback}
                            take={take}
                            compact={compact}
                        />
                    )
                }
            />
        </Flex>
    );
}
