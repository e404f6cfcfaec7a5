import { Alert, Box, Button, Flex, Text } from '@hubspot/ui-extensions';
import { isAbsent, type Failure } from '../callFunction.ts';
import { useCrmRecords } from '../hooks/useCrmRecords.ts';
import { useNow } from '../hooks/useNow.ts';
import { usePanel } from '../hooks/usePanel.ts';
import { words } from '../words.ts';
import { DecisionByHand } from './DecisionByHand.tsx';
import { FeedbackState } from './FeedbackState.tsx';
import { Header } from './Header.tsx';
import { LeadCard } from './LeadCard.tsx';
import { Loading } from './Loading.tsx';
import { Noted } from './Noted.tsx';
import { Unread } from './Unread.tsx';

interface Props {
    /** What the call of the function ended with. */
    readonly failure: Failure;
    readonly loading: boolean;
    readonly reload: () => void;
    readonly compact: boolean;
}

/** The card in an account that does not run our functions: read by HubSpot's own hooks. */
export function WithoutFunctions({ failure, loading, reload, compact }: Props) {
    const { records, error } = useCrmRecords();
    const drawn = usePanel(records, useNow(records));
    if (error !== null) return <Unread failure={failure} loading={loading} reload={reload} />;
    if (drawn === null) return <Loading />;
    const { lead, panel, viewer } = drawn;
    const why = <Why failure={failure} loading={loading} reload={reload} />;
    return (
        <Flex direction="column" gap="sm" align="stretch">
            {!isAbsent(failure) && why}
            <Header panel={panel} loading={loading} reload={reload} />
            <LeadCard
                lead={lead}
                panel={panel}
                viewer={viewer}
                compact={compact}
                below={isAbsent(failure) && why}
                decision={<DecisionByHand panel={panel.decision} compact={compact} />}
                feedback={
                    panel.feedback && (
                        <FeedbackState panel={panel.feedback}>
                            <Noted name="info">{words.answerByHand}</Noted>
                        </FeedbackState>
                    )
                }
            />
        </Flex>
    );
}

function Why({ failure, loading, reload }: Omit<Props, 'compact'>) {
    const absent = isAbsent(failure);
    return (
        <Flex direction="column" gap="xs" align="stretch">
            <Alert title={words.withoutFunctions} variant={absent ? 'info' : 'warning'}>
                <Text>{absent ? words.onlyEnterprise : words.noAnswer}</Text>
                {!absent && <Text variant="microcopy">{failure.error.message}</Text>}
                <Text>{words.whatIsShown}</Text>
            </Alert>
            <Box alignSelf="start">
                <Button size="small" onClick={reload} disabled={loading}>
                    {words.tryAgain}
                </Button>
            </Box>
        </Flex>
    );
}
