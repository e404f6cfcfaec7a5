import { Divider, Flex, Tab, Tabs, Text, useExtensionActions } from '@hubspot/ui-extensions';
import { PageTitle, usePageRoute } from '@hubspot/ui-extensions/pages';
import type { ReactNode } from 'react';
import { useOverview } from '../hooks/useOverview.tsx';
import { Filters } from './Filters.tsx';
import { Method } from './Method.tsx';
import { Notes } from './Notes.tsx';
import { ReadingState } from './ReadingState.tsx';

/** What stands above and below every page: filters, tabs, how far the reading is, how things are counted. */
export function Layout({ children }: { readonly children: ReactNode }) {
    const { issues, panel } = useOverview();
    const { navigateToPage } = useExtensionActions<'pages'>();
    const { routeId } = usePageRoute();
    const problems = issues.map(({ message }) => ({ text: message, tone: 'warn' as const }));
    const selected = panel.pages.find(({ id }) => id === routeId)?.id ?? 'overview';
    return (
        <Flex direction="column" gap="md" align="stretch">
            <PageTitle>{panel.title}</PageTitle>
            <Filters />
            <Notes notes={problems} />
            <ReadingState>
                <Flex direction="column" gap="md" align="stretch">
                    <Text variant="microcopy">{`${panel.subtitle} · ${panel.asOf}`}</Text>
                    <Notes notes={panel.notes} />
                    {routeId === 'leads' ? (
                        children
                    ) : (
                        <Tabs
                            selected={selected}
                            onSelectedChange={(id: string | number) =>
                                navigateToPage({ to: id === 'overview' ? '/' : `/${id}` })
                            }
                        >
                            {panel.pages.map(({ id, label }) => (
                                <Tab key={id} tabId={id} title={label}>
                                    {id === selected ? children : null}
                                </Tab>
                            ))}
                        </Tabs>
                    )}
                    <Divider />
                    <Method />
                </Flex>
            </ReadingState>
        </Flex>
    );
}
