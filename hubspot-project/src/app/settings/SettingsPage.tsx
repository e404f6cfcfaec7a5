import { Divider, Flex, hubspot, LoadingSpinner } from '@hubspot/ui-extensions';
import { Features } from './components/Features.tsx';
import { Problem } from './components/Problem.tsx';
import { SettingsForm } from './components/SettingsForm.tsx';
import { TestPart } from './components/TestPart.tsx';
import { useSettings } from './hooks/useSettings.ts';
import { words } from './words.ts';

hubspot.extend<'settings'>(() => <SettingsPage />);

/** The app's settings: which of the account's own properties hold what the panel shows. */
export function SettingsPage() {
    const form = useSettings();
    const { portal, draft, busy, failure, reload } = form;
    if (portal === null || draft === null) {
        return busy === 'loading' || failure === null ? (
            <LoadingSpinner label={words.loading} layout="centered" showLabel />
        ) : (
            <Problem what={words.loadFailed} {...failure.error} retry={reload} />
        );
    }
    return (
        <Flex direction="column" gap="md" align="stretch">
            <SettingsForm form={form} portal={portal} draft={draft} />
            <Divider />
            <TestPart draft={draft} />
            <Divider />
            <Features features={portal.features} unchecked={portal.unchecked} />
        </Flex>
    );
}
