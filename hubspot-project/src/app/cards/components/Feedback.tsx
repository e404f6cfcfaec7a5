import { Alert, Button, Flex, TextArea, Tile, useExtensionContext } from '@hubspot/ui-extensions';
import type { FeedbackPanel, HubSpotRecords, Lead } from '@handoff/core';
import { useFeedback, type FeedbackForm } from '../hooks/useFeedback.ts';
import { mayEdit } from '../mayEdit.ts';
import { words } from '../words.ts';
import { FeedbackState } from './FeedbackState.tsx';
import { Problem } from './Problem.tsx';

interface Props {
    readonly lead: Lead;
    readonly panel: FeedbackPanel;
    readonly take: (records: HubSpotRecords) => void;
    /** Small buttons, for the sidebar. */
    readonly compact: boolean;
}

/** Marketing's answer to a rejection, and the form for it. */
export function Feedback({ lead, panel, take, compact }: Props) {
    const size = compact ? 'xs' : 'sm';
    const allowed = mayEdit(useExtensionContext<'crm.record.tab'>().user);
    const form = useFeedback(lead, panel, take);
    const { changing, failure, issues, kind, saving } = form;
    const isAnswered = panel.answer !== null && !changing;
    return (
        <FeedbackState panel={panel}>
            {panel.choices.length > 0 && (
                <Flex direction="column" gap="sm" align="stretch">
                    <Flex direction="row" gap="sm" wrap="wrap">
                        {isAnswered ? (
                            <Button size={size} disabled={!allowed} onClick={form.change}>
                                {panel.words.change}
                            </Button>
                        ) : (
                            panel.choices.map((choice) => (
                                <Button
                                    key={choice.kind}
                                    size={size}
                                    disabled={saving || !allowed}
                                    onClick={() => form.choose(choice.kind)}
                                >
                                    {choice.label}
                                </Button>
                            ))
                        )}
                    </Flex>
                    <AnswerForm panel={panel} form={form} />
                    {issues
                        .filter(({ path }) => kind === null || path !== 'note')
                        .map(({ message }) => (
                            <Alert key={message} title={message} variant="error" />
                        ))}
                    {failure && (
                        <Problem
                            what={
                                failure.error.code === 'save_unknown'
                                    ? failure.error.message
                                    : words.answerNotSaved
                            }
                            details={
                                failure.error.code === 'save_unknown' ? [] : [failure.error.message]
                            }
                            mend={failure.error.mend}
                        />
                    )}
                </Flex>
            )}
        </FeedbackState>
    );
}

function AnswerForm({
    panel: { choices, noteLabel, noteMax, words: said },
    form
}: {
    readonly panel: FeedbackPanel;
    readonly form: FeedbackForm;
}) {
    const choice = choices.find(({ kind }) => kind === form.kind);
    if (choice === undefined) return null;
    const problem = form.issues.find(({ path }) => path === 'note')?.message;
    return (
        <Tile compact>
            <Flex direction="column" gap="sm" align="stretch">
                <TextArea
                    name="feedback-note"
                    label={choice.ask ?? noteLabel}
                    required={choice.ask !== null}
                    value={form.note}
                    maxLength={noteMax}
                    resize="vertical"
                    error={problem !== undefined}
                    {...(problem === undefined ? {} : { validationMessage: problem })}
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
                        {form.saving ? said.saving : said.confirm}
                    </Button>
                    <Button size="small" disabled={form.saving} onClick={form.cancel}>
                        {said.cancel}
                    </Button>
                </Flex>
            </Flex>
        </Tile>
    );
}
