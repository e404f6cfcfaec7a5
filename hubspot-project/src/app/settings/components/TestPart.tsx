import { useRef, useState } from 'react';
import { Button, Flex, Heading, Input, Text } from '@hubspot/ui-extensions';
import type { HubSpotSettings } from '@handoff/core';
import { useTest } from '../hooks/useTest.ts';
import { words } from '../words.ts';
import { Problem } from './Problem.tsx';
import { TestResult } from './TestResult.tsx';

/** Tries the form as it stands, saved or not, on one contact. */
export function TestPart({ draft }: { readonly draft: HubSpotSettings }) {
    const { failure, result, run, running } = useTest();
    const [who, setWho] = useState('');
    // HubSpot asks not to redraw a field at every letter; a click may come before it is left.
    const typed = useRef('');
    const write = (text: string) => {
        typed.current = text;
        setWho(text);
    };
    return (
        <Flex direction="column" gap="md" align="stretch">
            <Flex direction="column" gap="xs" align="stretch">
                <Heading>{words.test.heading}</Heading>
                <Text>{words.test.intro}</Text>
            </Flex>
            <Flex direction="row" gap="sm" align="end" wrap="wrap">
                <Input
                    name="contact"
                    label={words.test.contact}
                    value={who}
                    onInput={(text) => {
                        typed.current = text;
                    }}
                    onChange={write}
                />
                <Button disabled={running} onClick={() => run(draft, typed.current)}>
                    {running ? words.test.running : words.test.run}
                </Button>
            </Flex>
            {failure && (
                <Problem
                    what={words.test.failed}
                    {...failure.error}
                    details={failure.issues?.map(({ message }) => message) ?? []}
                />
            )}
            {result && <TestResult result={result} />}
        </Flex>
    );
}
