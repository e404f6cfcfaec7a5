import { Alert, Button, Flex, Text, useExtensionContext } from '@hubspot/ui-extensions';
import type { DecisionPanel, HubSpotRecords, Lead } from '@handoff/core';
import type { Failure } from '../callFunction.ts';
import { useDecision } from '../hooks/useDecision.ts';
import { mayEdit } from '../mayEdit.ts';
import { words } from '../words.ts';
import { FilledBadge, QuietBadge } from './Badges.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import { Noted } from './Noted.tsx';
import { Problem } from './Problem.tsx';
import { Section } from './Section.tsx';

interface Props {
    readonly lead: Lead;
    readonly panel: DecisionPanel;
    readonly take: (records: HubSpotRecords) => void;
    /** Small buttons, for the sidebar. */
    readonly compact: boolean;
}

/** The decision: its state, its buttons and the form for a reason. */
export function Decision({ lead, panel, take, compact }: Props) {
    const size = compact ? 'xs' : 'sm';
    const allowed = mayEdit(useExtensionContext<'crm.record.tab'>().user);
    const form = useDecision(lead, panel, take);
    const { issues, kind, failure, saving } = form;
    const inForm = (path: string) => kind !== null && (path === 'reason' || path === 'note');
    return (
        <Section heading={panel.heading} beside={<FilledBadge badge={panel.state} />}>
            {panel.due && <QuietBadge badge={panel.due} />}
            {panel.closed && <Text variant="microcopy">{panel.closed}</Text>}
            {panel.closed === null && (
                <Flex direction="column" gap="sm" align="stretch">
                    <Flex direction="row" gap="sm" wrap="wrap">
                        {panel.decided && !form.changing ? (
                            <Button size={size} disabled={!allowed} onClick={form.change}>
                                {panel.words.change}
                            </Button>
                        ) : (
                            pairs(panel.choices).map((pair) => (
                                <Flex key={pair[0]?.kind} direction="row" gap="sm">
                                    {pair.map((choice) => (
                                        <Button
                                            key={choice.kind}
                                            size={size}
                                            variant={
                                                choice.kind === 'accepted' ? 'primary' : 'secondary'
                                            }
                                            disabled={saving || !allowed}
                                            onClick={() => form.choose(choice)}
                                        >
                                            {choice.label}
                                        </Button>
                                    ))}
                                </Flex>
                            ))
                        )}
                    </Flex>
                    {!allowed && <Noted name="locked">{words.mayNotEdit}</Noted>}
                    <DecisionForm panel={panel} form={form} />
                    {issues
                        .filter(({ path }) => !inForm(path))
                        .map(({ message }) => (
                            <Alert key={message} title={message} variant="error" />
                        ))}
                    {failure && <NotSaved failure={failure} panel={panel} />}
                </Flex>
            )}
        </Section>
    );
}

/** Two by two, so that none is left alone where they do not fit into one row. */
function pairs<T>(all: readonly T[]): readonly (readonly T[])[] {
    return all.length === 0 ? [] : [all.slice(0, 2), ...pairs(all.slice(2))];
}

function NotSaved({
    failure,
    panel
}: {
    readonly failure: Failure;
    readonly panel: DecisionPanel;
}) {
    const { code, message, mend } = failure.error;
    if (code === 'save_unknown') return <Problem what={message} details={[]} mend={mend} />;
    const [last] = panel.history;
    const meanwhile =
        code === 'decided_meanwhile' && last
            ? [[last.text, last.detail].filter(Boolean).join(' · ')]
            : [];
    return <Problem what={words.notSaved} details={[message, ...meanwhile]} mend={mend} />;
}
