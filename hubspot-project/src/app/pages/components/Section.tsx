import { AutoGrid, Flex, Heading, StatusTag } from '@hubspot/ui-extensions';
import type { OverviewSection } from '@handoff/core';
import { ChartView } from './ChartView.tsx';
import { Figures } from './Figures.tsx';
import { TableView } from './TableView.tsx';
import { STATUS_TAGS } from './tones.ts';

/** Two charts stand beside each other where there is room for both. */
const CHART_WIDTH = 420;

/** One section: what must be said first, then figures, charts and tables. */
export function Section({ section }: { readonly section: OverviewSection }) {
    const { charts, figures, heading, notes, tables } = section;
    return (
        <Flex direction="column" gap="sm" align="stretch">
            <Heading>{heading}</Heading>
            {notes.map(({ text, tone }) => (
                <StatusTag key={text} variant={STATUS_TAGS[tone]}>
                    {text}
                </StatusTag>
            ))}
            {figures.length > 0 && <Figures figures={figures} />}
            {charts.length > 0 && (
                <AutoGrid columnWidth={CHART_WIDTH} flexible gap="md">
                    {charts.map((chart) => (
                        <ChartView key={chart.id} chart={chart} />
                    ))}
                </AutoGrid>
            )}
            {tables.map((table) => (
                <TableView key={table.id} table={table} titled={table.heading !== heading} />
            ))}
        </Flex>
    );
}
