import type {
    Bar,
    Cell,
    Chart,
    ChartPoint,
    Drill,
    Figure,
    OverviewSection,
    Table,
    TableRow
} from '../overviewTypes.ts';
import type { OverviewContext } from './context.ts';

/** How many rows a table shows before it unfolds. */
const SHOWN = 10;

/** A section with everything empty but what is given. */
export function section(
    parts: Partial<OverviewSection> & Pick<OverviewSection, 'id' | 'heading'>
): OverviewSection {
    return { notes: [], figures: [], charts: [], tables: [], ...parts };
}

/** A figure with everything empty but what is given. */
export function figure(parts: Partial<Figure> & Pick<Figure, 'id' | 'label' | 'value'>): Figure {
    return { tone: 'neutral', basis: null, details: [], bar: null, ...parts };
}

/** A cell with everything empty but what is given. */
export function cell(text: string, parts: Partial<Cell> = {}): Cell {
    return { text, tone: 'neutral', detail: null, bar: null, order: null, ...parts };
}

/** A share alone, without interval or target. */
export function bar(value: number | null): Bar | null {
    return value === null ? null : { value, low: null, high: null, target: null };
}

export function row(id: string, cells: readonly Cell[], drill: Drill | null = null): TableRow {
    return { id, cells, drill };
}

type Column = Table['columns'][number];

/** A column of words. */
export function textColumn(id: string, label: string): Column {
    return { id, label, numeric: false };
}

/** A column of numbers. */
export function numberColumn(id: string, label: string): Column {
    return { id, label, numeric: true };
}

/** A table that shows its first rows and unfolds the rest. */
export function table(
    { common }: OverviewContext,
    id: string,
    heading: string,
    columns: readonly Column[],
    rows: readonly TableRow[],
    empty: string
): Table {
    return {
        id,
        heading,
        columns,
        rows,
        empty: rows.length === 0 ? empty : null,
        shown: SHOWN,
        more: rows.length > SHOWN ? common.more(rows.length) : null,
        less: common.less
    };
}

/** A point with everything empty but what is given; a share is an amount of percent. */
export function point(
    parts: Partial<ChartPoint> & Pick<ChartPoint, 'id' | 'label' | 'text'>
): ChartPoint {
    const { value = null } = parts;
    const amount = value === null ? null : value * 100;
    return { value, amount, low: null, high: null, basis: null, tone: 'neutral', ...parts };
}

/** A chart whose summary says each of its points. */
export function chart(
    { words }: OverviewContext,
    parts: Pick<Chart, 'id' | 'heading' | 'kind' | 'points'> & Partial<Chart>
): Chart {
    const { heading, points } = parts;
    const said = points.map(({ label, text }) => words.months.summaryPart(label, text)).join(', ');
    return {
        summary: points.length === 0 ? heading : words.months.summary(heading, said),
        empty: points.length === 0 ? words.groups.empty : null,
        unit: words.units.percent,
        target: null,
        ...parts
    };
}
