import { Alert, Button, Flex, TextArea, Tile } from '@hubspot/ui-extensions';
import type { DecisionPanel } from '@handoff/core';
import type { DecisionForm as Form } from '../hooks/useDecision.ts';
import { Reasons } from './Reasons.tsx';

interface Props {
    readonly panel: DecisionPanel;
    readonly form: Form;
}

/** Asks for a reason and a note; the reasons are those the record has now, for they may open meanwhile. */
export function DecisionForm({ panel: { choices, noteLabel, noteMax, words }, form }: Props) {
    const choice = choices.find(({ kind }) => kind === form.kind);
    if (choice === undefined) return null;
    const ask = choice.reasons.find(({ code }) => code === form.reason)?.ask ?? null;
    const problem = (path: string) => form.issues.find((issue) => issue.path === path)?.message;
    const unchosen = form.issues.some(({ code }) => code === 'reason.required');
    // The message names the codes, which only a program could choose from.
    const reasonProblem = unchosen ? words.reasonPlaceholder : problem('reason');
    const noteProblem = problem('note');
    return (
        <Tile compact>
            <Flex direction="column" gap="sm" align="stretch">
                <Reasons
                    label={words.reasonLabel}
                    notOpen={words.notOpen}
                    reasons={choice.reasons}
                    value={form.reason}
                    onPick={form.pick}
                />
                {reasonProblem && <Alert title={reasonProblem} variant="error" />}
                <TextArea
                    name="note"
                    label={ask ?? noteLabel}
                    required={ask !== null}
                    value={form.note}
                    maxLength={noteMax}
                    resize="vertical"
                    error={noteProblem !== undefined}
                    {...(noteProblem === undefined ? {} : { validationMessage: noteProblem })}
                    onInput={form.type}
                    onChange={form.write}
                />
                <Flex direction="row" gap="sm" wrap="wrap">
                    <Button
                        variant="primary"
                        size="small"
                        disabled={form.saving}
                        onClick={form.confirm}
                    >
                        {form.saving ? words.saving : words.confirm[choice.kind]}
                    </Button>
                    <Button size="small" disabled={form.saving} onClick={form.cancel}>
                        {words.cancel}
                    </Button>
                </Flex>
            </Flex>
        </Tile>
    );
}
