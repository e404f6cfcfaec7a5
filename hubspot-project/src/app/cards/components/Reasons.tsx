import { Flex, RadioButton, Text } from '@hubspot/ui-extensions';
import type { ReasonChoice } from '@handoff/core';
import { Noted } from './Noted.tsx';

interface Props {
    readonly label: string;
    /** Said before why a reason is not open. */
    readonly notOpen: string;
    readonly reasons: readonly ReasonChoice[];
    /** Code of the chosen reason. */
    readonly value: string | null;
    readonly onPick: (code: string) => void;
}

/** The reasons to choose from, under the headings of the agreement's first level. */
export function Reasons({ label, notOpen, reasons, value, onPick }: Props) {
    return (
        <Flex direction="column" gap="md" align="stretch">
            <Text format={{ fontWeight: 'demibold' }}>{`${label} *`}</Text>
            {groupsOf(reasons).map(({ heading, choices }) => (
                <Flex key={choices[0]?.code} direction="column" gap="xs" align="stretch">
                    {heading && <Text format={{ fontWeight: 'demibold' }}>{heading}</Text>}
                    {choices.map((choice) => (
                        <Reason
                            key={choice.code}
                            choice={choice}
                            notOpen={notOpen}
                            checked={choice.code === value}
                            onPick={onPick}
                        />
                    ))}
                </Flex>
            ))}
        </Flex>
    );
}

interface ReasonProps extends Pick<Props, 'notOpen' | 'onPick'> {
    readonly choice: ReasonChoice;
    readonly checked: boolean;
}

function Reason({ choice, notOpen, checked, onPick }: ReasonProps) {
    const { code, label, open, evidence, contradiction, why } = choice;
    return (
        <Flex direction="column" gap="flush" align="stretch">
            <RadioButton
                name="handoff-reason"
                value={code}
                checked={checked}
                readOnly={!open}
                onChange={() => onPick(code)}
                {...(evidence === null ? {} : { description: evidence })}
            >
                {label}
            </RadioButton>
            {contradiction && (
                <Noted name="warning" color="warning">
                    {contradiction}
                </Noted>
            )}
            {why && (
                <Noted name="locked">
                    <Text variant="microcopy" inline format={{ fontWeight: 'demibold' }}>
                        {notOpen}
                    </Text>
                    {` ${why}`}
                </Noted>
            )}
        </Flex>
    );
}

interface Group {
    readonly heading: string | null;
    readonly choices: readonly ReasonChoice[];
}

/** Neighbours of one first-level reason, in the agreement's order. */
function groupsOf(reasons: readonly ReasonChoice[]): readonly Group[] {
    return reasons.reduce<readonly Group[]>((groups, choice) => {
        const last = groups[groups.length - 1];
        return last?.heading === choice.group
            ? [...groups.slice(0, -1), { ...last, choices: [...last.choices, choice] }]
            : [...groups, { heading: choice.group, choices: [choice] }];
    }, []);
}
