import { Box, Button, Flex, LoadingSpinner } from '@hubspot/ui-extensions';
import type { LeadContext } from '../hooks/useLeadContext.ts';
import { words } from '../words.ts';
import { Problem } from './Problem.tsx';

type Props = Pick<LeadContext, 'drawn' | 'failure' | 'loading' | 'reload'>;

/** Says that the record is on its way, or why it did not come. */
export function Status({ drawn, failure, loading, reload }: Props) {
    if (loading && drawn === null) {
        return <LoadingSpinner label={words.loading} showLabel layout="centered" />;
    }
    if (failure === null) return null;
    const { message, mend } = failure.error;
    return (
        <Flex direction="column" gap="sm" align="stretch">
            <Problem what={words.loadFailed} details={[message]} mend={mend} />
            <Box alignSelf="start">
                <Button size="small" onClick={reload} disabled={loading}>
                    {words.tryAgain}
                </Button>
            </Box>
        </Flex>
    );
}
