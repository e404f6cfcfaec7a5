import { useState, type ReactNode } from 'react';
import {
    Alert,
    Button,
    EmptyState,
    ErrorState,
    Flex,
    LoadingSpinner,
    ProgressBar,
    Text
} from '@hubspot/ui-extensions';
import { useOverview } from '../hooks/useOverview.tsx';
import type { Reading } from '../reading.ts';
import { words } from '../words.ts';

/** The page once all contacts are read; before, how far that is, and a part only for whoever asks for it. */
export function ReadingState({ children }: { readonly children: ReactNode }) {
    const { goOn, reading, viewer } = useOverview();
    // Of the reading for which it was asked: the next one is hidden again.
    const [shown, setShown] = useState<Reading | null>(null);
    const number = (value: number) => new Intl.NumberFormat(viewer.locale).format(value);
    if (reading === null || reading.state === 'reading') return <Progress number={number} />;
    const { failure, leads, left, read } = reading;
    if (failure === null) return leads.length === 0 ? <Nobody /> : children;
    const { mend, message } = failure.error;
    if (read === 0) {
        return (
            <ErrorState title={words.readFailed}>
                <Text>{message}</Text>
                <Text>{mend}</Text>
                <Button onClick={goOn}>{words.tryAgain}</Button>
            </ErrorState>
        );
    }
    return (
        <Flex direction="column" gap="md" align="stretch">
            <Alert title={words.partial} variant="error">
                <Text>{words.partialRead(number(read), number(left ?? 0))}</Text>
                <Text>{message}</Text>
                <Text>{mend}</Text>
                <Flex direction="row" gap="sm" wrap="wrap">
                    <Button size="sm" variant="primary" onClick={goOn}>
                        {words.goOn}
                    </Button>
                    {shown !== reading && (
                        <Button size="sm" onClick={() => setShown(reading)}>
                            {words.partialShown}
                        </Button>
                    )}
                </Flex>
            </Alert>
            {shown === reading && children}
        </Flex>
    );
}

function Progress({ number }: { readonly number: (value: number) => string }) {
    const { reading } = useOverview();
    const { left, read } = reading ?? { left: null, read: 0 };
    if (left === null) return <LoadingSpinner label={words.reading} layout="centered" showLabel />;
    const total = read + left;
    return (
        <Flex direction="column" gap="sm" align="stretch">
            <LoadingSpinner label={words.reading} showLabel />
            <ProgressBar
                value={read}
                maxValue={total}
                valueDescription={words.progress(number(read), number(total))}
                aria-label={words.reading}
            />
        </Flex>
    );
}

function Nobody() {
    const { panel } = useOverview();
    return (
        <EmptyState title={panel.notes[0]?.text ?? words.nobody} layout="vertical">
            <Text>{words.nobodyMend}</Text>
        </EmptyState>
    );
}
