import { Box, Button, Flex } from '@hubspot/ui-extensions';
import type { Failure } from '../callFunction.ts';
import { words } from '../words.ts';
import { Problem } from './Problem.tsx';

interface Props {
    readonly failure: Failure;
    readonly loading: boolean;
    readonly reload: () => void;
}

/** Says why the record did not come, and reads it again. */
export function Unread({ failure, loading, reload }: Props) {
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
