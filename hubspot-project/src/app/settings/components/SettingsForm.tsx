import { Alert, AutoGrid, Button, Flex, Heading, Tag, Text } from '@hubspot/ui-extensions';
import type { HubSpotSettings, PortalSettings, SettingName } from '@handoff/core';
import type { SettingsForm as Form } from '../hooks/useSettings.ts';
import { words } from '../words.ts';
import { Field } from './Field.tsx';
import { Problem } from './Problem.tsx';

/** In the order in which an admin thinks of them: the handover first. */
const ORDER: readonly SettingName[] = [
    'mqlStage',
    'score',
    'employees',
    'revenue',
    'industry',
    'title'
];
/** Two columns where two of this width fit, else one. */
const COLUMN_WIDTH = 380;

interface Props {
    readonly form: Form;
    readonly portal: PortalSettings;
    readonly draft: HubSpotSettings;
}

/** One picker for each setting, and what to do with them. */
export function SettingsForm({ form, portal, draft }: Props) {
    const { busy, changed, failure, issues } = form;
    const isSaving = busy === 'saving';
    return (
        <Flex direction="column" gap="md" align="stretch">
            <Flex direction="column" gap="xs" align="stretch">
                <Heading>{words.heading}</Heading>
                <Text>{words.intro}</Text>
            </Flex>
            {portal.issues.length > 0 && !changed && (
                <Alert title={words.storedWrong} variant="warning">
                    {portal.issues.map(({ path, message }) => (
                        <Text key={path}>{path === '' ? message : `${path}: ${message}`}</Text>
                    ))}
                </Alert>
            )}
            {portal.missing.length > 0 && (
                <Alert title={words.missing} variant="warning">
                    {portal.missing.map(({ path, message }) => (
                        <Text key={path}>{message}</Text>
                    ))}
                </Alert>
            )}
            <AutoGrid columnWidth={COLUMN_WIDTH} flexible gap="md">
                {ORDER.map((name) => (
                    <Field
                        key={name}
                        name={name}
                        portal={portal}
                        value={draft[name]}
                        issue={issues.find(({ path }) => path === name) ?? null}
                        readOnly={isSaving}
                        onChange={(value) => form.set(name, value)}
                    />
                ))}
            </AutoGrid>
            {failure && <Problem what={words.notSaved} {...failure.error} />}
            <Flex direction="row" gap="sm" align="center" wrap="wrap">
                <Button variant="primary" disabled={!changed || isSaving} onClick={form.save}>
                    {isSaving ? words.saving : words.save}
                </Button>
                <Button disabled={!changed || isSaving} onClick={form.discard}>
                    {words.discard}
                </Button>
                <Button disabled={isSaving} onClick={form.useDefaults}>
                    {words.useDefaults}
                </Button>
                {changed && !isSaving && <Tag variant="warning">{words.unsaved}</Tag>}
            </Flex>
            <Text variant="microcopy">{words.stored}</Text>
        </Flex>
    );
}
