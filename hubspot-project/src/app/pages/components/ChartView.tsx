import { BarChart, Flex, LineChart, Text, type ChartProps } from '@hubspot/ui-extensions';
import type { Chart } from '@handoff/core';

/** Fields of the chart's rows; HubSpot shows them in tooltips. */
const LABEL = 'label';
const AMOUNT = 'amount';
const SERIES = 'series';

/** Months as a line, a ranking as bars; what is not known is left out, and the table says so. */
export function ChartView({ chart }: { readonly chart: Chart }) {
    const { empty, heading, kind, points, target, unit } = chart;
    const known = points.filter(({ amount }) => amount !== null);
    if (empty !== null || known.length === 0) {
        return (
            <Flex direction="column" gap="xs">
                <Text format={{ fontWeight: 'demibold' }}>{heading}</Text>
                <Text variant="microcopy">{empty ?? points[0]?.text}</Text>
            </Flex>
        );
    }
    const rows = known.map(({ amount, label }) => ({
        [LABEL]: label,
        [AMOUNT]: rounded(amount ?? 0),
        [SERIES]: heading
    }));
    const isLine = kind === 'months';
    const targets =
        isLine && target !== null
            ? points.map(({ label }) => ({
                  [LABEL]: label,
                  [AMOUNT]: rounded(target.value * 100),
                  [SERIES]: target.text
              }))
            : [];
    const props: ChartProps = {
        data: [...rows, ...targets],
        axes: {
            x: { field: LABEL, fieldType: 'category', label: ' ' },
            y: { field: AMOUNT, fieldType: 'linear', label: unit },
            ...(targets.length > 0 ? { options: { groupFieldByColor: SERIES } } : {})
        },
        options: {
            title: heading,
            showLegend: targets.length > 0,
            showDataLabels: !isLine,
            showTooltips: true
        }
    };
    return isLine ? <LineChart {...props} /> : <BarChart {...props} />;
}

/** One decimal is all that a bar can show. */
function rounded(amount: number): number {
    return Math.round(amount * 10) / 10;
}
