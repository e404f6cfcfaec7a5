/**
 * What an overview shows: finished words, tones, and bars as numbers, the same in both CRMs and in the report.
 * A page draws its sections one below the other, and each section's notes, figures, charts and tables in that order.
 */
import type { Dimension } from '../acceptance/outcomeTypes.ts';
import type { Badge, Tone } from './types.ts';

/** One number that stands for itself. */
export interface Figure {
    readonly id: string;
    readonly label: string;
    /** "72%", "3 h 12 m", "Too few to say". */
    readonly value: string;
    readonly tone: Tone;
    /** "18 of 25 decided; likely 52% to 86%". */
    readonly basis: string | null;
    /** Target, baseline, change: one short sentence each. */
    readonly details: readonly string[];
    readonly bar: Bar | null;
}

/** A share on a line from 0 to 1. */
export interface Bar {
    /** 0..1. */
    readonly value: number;
    /** The interval that the true value likely lies in, 0..1; null: none. */
    readonly low: number | null;
    readonly high: number | null;
    /** What was agreed, 0..1; null: nothing. */
    readonly target: number | null;
}

/** Bars, or points over time, each with its words; they hold all that the picture shows. */
export interface Chart {
    readonly id: string;
    readonly heading: string;
    /** `months`: an axis of time, oldest first; `bars`: a ranking. */
    readonly kind: 'months' | 'bars';
    /** The whole chart in one sentence, for those who do not see it. */
    readonly summary: string;
    /** Said in place of an empty chart; null when there are points. */
    readonly empty: string | null;
    /** What `amount` counts, for an axis: "Percent", "Minutes". */
    readonly unit: string;
    /** A line across the chart, 0..1 on the scale of the points; null: none. */
    readonly target: { readonly value: number; readonly text: string } | null;
    readonly points: readonly ChartPoint[];
}

export interface ChartPoint {
    readonly id: string;
    readonly label: string;
    /** 0..1 of the chart's height or width; null: not known, leave a gap. */
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    /** The value in the chart's own unit; null: not known. */
    readonly amount: number | null;
    /** "72%", "Too few". */
    readonly text: string;
    /** "18 of 25 decided"; null: `text` says it all. */
    readonly basis: string | null;
    readonly tone: Tone;
}

export interface Table {
    readonly id: string;
    /** A caption; the same as its section's where that has one table: draw it once. */
    readonly heading: string;
    readonly columns: readonly {
        readonly id: string;
        readonly label: string;
        /** Set to the right. */
        readonly numeric: boolean;
    }[];
    readonly rows: readonly TableRow[];
    /** Said in place of an empty table; null when there are rows. */
    readonly empty: string | null;
    /** How many rows to show before unfolding; `more` is that control's label, null when all are shown. */
    readonly shown: number;
    readonly more: string | null;
    readonly less: string;
}

export interface TableRow {
    readonly id: string;
    /** One for each column. The first one names the row. */
    readonly cells: readonly Cell[];
    /** The leads behind the row, for a way to their list; null: there is no such list. */
    readonly drill: Drill | null;
}

/** Which leads: those of the period and its filters, and of these further values. */
export interface Drill {
    readonly filters: { readonly [dimension in Dimension]?: string };
    readonly reason?: string;
    readonly contradicts?: boolean;
    /** One record, by its id in the CRM. */
    readonly record?: string;
}

export interface Cell {
    readonly text: string;
    readonly tone: Tone;
    /** More about it, for a second row or a tooltip; null: none. */
    readonly detail: string | null;
    readonly bar: Bar | null;
    /** What its column is sorted by; null: its bar, else its text. */
    readonly order: number | null;
}

export interface OverviewSection {
    /** `metrics`, `alarms`, `source`, `campaign`, `rep`, `team`, `months`, `reasons` ...; unique in the panel. */
    readonly id: string;
    readonly heading: string;
    /** What must be said first: too few, nothing to show, how it is counted. */
    readonly notes: readonly Badge[];
    readonly figures: readonly Figure[];
    readonly charts: readonly Chart[];
    readonly tables: readonly Table[];
}

export const OVERVIEW_PAGES = ['overview', 'reasons', 'response', 'disagreement'] as const;
export type OverviewPageId = (typeof OVERVIEW_PAGES)[number];

export interface OverviewPage {
    readonly id: OverviewPageId;
    /** Of a tab or a link. */
    readonly label: string;
    readonly sections: readonly OverviewSection[];
}

export interface FilterOption {
    readonly value: string;
    readonly label: string;
}

/** One filter above the pages; `parsePeriod` and `parseFilters` take its values as they are (`*`: any). */
export interface FilterChoice {
    readonly id: 'period' | Dimension;
    readonly label: string;
    readonly value: string;
    readonly options: readonly FilterOption[];
}

export interface OverviewPanel {
    readonly title: string;
    /** "October 2026 · Paid social · 412 MQLs". */
    readonly subtitle: string;
    /** "As of Sun, Nov 22, 4:10 PM". */
    readonly asOf: string;
    /** Above everything: a future month, zero leads, a filter that nothing matches. */
    readonly notes: readonly Badge[];
    /** Period first. */
    readonly filters: readonly FilterChoice[];
    readonly pages: readonly OverviewPage[];
    /** How numbers are counted, for the foot of the page, one sentence each. */
    readonly method: readonly string[];
    /** "Marketing–sales agreement v1 · 3f2a9c1b · in force since Oct 1, 2026". */
    readonly footer: string;
}
