import { Icon, Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';
import type { Figure } from '@handoff/core';
import { ICONS } from './tones.ts';

/** Numbers that stand for themselves, each with what it is of. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
    return (
        <Statistics>
            {figures.map(({ basis, details, id, label, tone, value }) => (
                <StatisticsItem key={id} id={id} label={label} number={value}>
                    {linesOf(basis, details).map((text, i) => {
                        const icon = i === 0 ? ICONS[tone] : null;
                        return (
                            <Text key={text} variant="microcopy">
                                {icon && <Icon {...icon} size="sm" />}
                                {icon ? ` ${text}` : text}
                            </Text>
                        );
                    })}
                </StatisticsItem>
            ))}
        </Statistics>
    );
}

function linesOf(basis: string | null, details: readonly string[]): readonly string[] {
    return basis === null ? details : [basis, ...details];
}
