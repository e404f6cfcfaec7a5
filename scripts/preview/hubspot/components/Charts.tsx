/** Our drawing of HubSpot's charts: what they show, not how they look. */
import type { ChartProps } from '@hubspot/ui-extensions';
import { ticksOf } from './ticks.ts';

const WIDTH = 480;
const HEIGHT = 240;
const PLOT = { left: 44, right: 8, top: 12, bottom: 74 };
const COLORS = ['#0091ae', '#f2547d', '#6a78d1', '#f5c26b'];
/** Longer labels would run into their neighbours. */
const LONGEST = 22;

interface Series {
    readonly name: string;
    readonly color: string;
    readonly values: ReadonlyMap<string, number>;
}

export function BarChart(props: ChartProps) {
    return <Chart {...props} kind="bars" />;
}

export function LineChart(props: ChartProps) {
    return <Chart {...props} kind="line" />;
}

function Chart({
    data,
    axes,
    options = {},
    kind
}: ChartProps & { readonly kind: 'bars' | 'line' }) {
    const rows = Array.isArray(data) ? data : data.data;
    const { x, y } = axes;
    const group = axes.options?.groupFieldByColor;
    const labels = [...new Set(rows.map((row) => String(row[x.field])))];
    const names = [...new Set(rows.map((row) => String(group ? row[group] : '')))];
    const series = names.map((name, i): Series => {
        const own = rows.filter((row) => !group || String(row[group]) === name);
        const color = COLORS[i % COLORS.length] ?? '';
        return {
            name,
            color,
            values: new Map(own.map((row) => [String(row[x.field]), Number(row[y.field])]))
        };
    });
    const ticks = ticksOf(Math.max(0, ...rows.map((row) => Number(row[y.field]))));
    const most = ticks[ticks.length - 1] ?? 1;
    const step = (WIDTH - PLOT.left - PLOT.right) / Math.max(1, labels.length);
    const xOf = (i: number) => PLOT.left + step * (i + 0.5);
    const yOf = (value: number) =>
        HEIGHT - PLOT.bottom - (value / most) * (HEIGHT - PLOT.top - PLOT.bottom);
    return (
        <figure className="hs-chart">
            <figcaption>{options.title}</figcaption>
            {options.showLegend && (
                <ul className="hs-chart__legend">
                    {series.map(({ color, name }) => (
                        <li key={name}>
                            <span style={{ background: color }} aria-hidden="true" /> {name}
                        </li>
                    ))}
                </ul>
            )}
            <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={options.title}>
                {ticks.map((tick) => (
                    <g key={tick}>
                        <line
                            className="hs-chart__grid"
                            x1={PLOT.left}
                            x2={WIDTH - PLOT.right}
                            y1={yOf(tick)}
                            y2={yOf(tick)}
                        />
                        <text x={PLOT.left - 6} y={yOf(tick) + 4} textAnchor="end">
                            {tick}
                        </text>
                    </g>
                ))}
                <text transform={`translate(10 ${yOf(most / 2)}) rotate(-90)`} textAnchor="middle">
                    {y.label ?? y.field}
                </text>
                {labels.map((label, i) => (
                    <text
                        key={label}
                        transform={`translate(${xOf(i) + 4} ${HEIGHT - PLOT.bottom + 14}) rotate(-30)`}
                        textAnchor="end"
                    >
                        {label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label}
                    </text>
                ))}
                {series.map((one) =>
                    kind === 'bars' ? (
                        <Bars key={one.name} {...{ one, labels, step, xOf, yOf }} />
                    ) : (
                        <Line key={one.name} {...{ one, labels, xOf, yOf }} />
                    )
                )}
            </svg>
        </figure>
    );
}

interface Place {
    readonly one: Series;
    readonly labels: readonly string[];
    readonly xOf: (i: number) => number;
    readonly yOf: (value: number) => number;
}

function Bars({ one, labels, step, xOf, yOf }: Place & { readonly step: number }) {
    const width = Math.min(36, step * 0.6);
    return labels.map((label, i) => {
        const value = one.values.get(label);
        if (value === undefined) return null;
        return (
            <g key={label}>
                <rect
                    x={xOf(i) - width / 2}
                    y={yOf(value)}
                    width={width}
                    height={yOf(0) - yOf(value)}
                    fill={one.color}
                >
                    <title>{`${label}: ${value}`}</title>
                </rect>
                <text x={xOf(i)} y={yOf(value) - 3} textAnchor="middle">
                    {value}
                </text>
            </g>
        );
    });
}

/** A line breaks where a value is not known. */
function Line({ one, labels, xOf, yOf }: Place) {
    let isDrawing = false;
    const path = labels.map((label, i) => {
        const value = one.values.get(label);
        const command =
            value === undefined ? '' : `${isDrawing ? 'L' : 'M'}${xOf(i)} ${yOf(value)}`;
        isDrawing = value !== undefined;
        return command;
    });
    return (
        <g>
            <path d={path.join(' ')} fill="none" stroke={one.color} strokeWidth="2" />
            {labels.map((label, i) => {
                const value = one.values.get(label);
                return value === undefined ? null : (
                    <circle key={label} cx={xOf(i)} cy={yOf(value)} r="3" fill={one.color}>
                        <title>{`${label}: ${value}`}</title>
                    </circle>
                );
            })}
        </g>
    );
}
