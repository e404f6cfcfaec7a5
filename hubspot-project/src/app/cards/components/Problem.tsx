import { Alert, Text } from '@hubspot/ui-extensions';

interface Props {
    readonly what: string;
    readonly details: readonly string[];
    readonly mend: string;
}

/** What went wrong, what is known about it, and how to mend it. */
export function Problem({ what, details, mend }: Props) {
    return (
        <Alert title={what} variant="error">
            {details.map((detail) => (
                <Text key={detail}>{detail}</Text>
            ))}
            <Text>{mend}</Text>
        </Alert>
    );
}
