import { Alert, Button, Text } from '@hubspot/ui-extensions';
import { words } from '../words.ts';

interface Props {
    readonly what: string;
    readonly message: string;
    readonly mend: string;
    readonly details?: readonly string[];
    readonly retry?: () => void;
}

/** What went wrong, what is known about it, and how to mend it. */
export function Problem({ what, message, mend, details = [], retry }: Props) {
    return (
        <Alert title={what} variant="error">
            <Text>{message}</Text>
            {details.map((detail) => (
                <Text key={detail}>{detail}</Text>
            ))}
            <Text>{mend}</Text>
            {retry && (
                <Button size="sm" onClick={retry}>
                    {words.tryAgain}
                </Button>
            )}
        </Alert>
    );
}
