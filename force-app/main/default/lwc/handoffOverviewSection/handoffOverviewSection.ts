import { LightningElement, api } from 'lwc';
import type { Badge, Bar, Chart, Figure, OverviewSection, Table } from 'c/handoffAcceptanceCore';
import { toneIcon, toneVariant } from 'c/handoffTone';

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** One section of the overview: what must be said first, numbers, charts, tables. */
export default class HandoffOverviewSection extends LightningElement {
    @api section: OverviewSection | null = null;

    get notes(): readonly (Badge & { id: string })[] {
        return (this.section?.notes ?? []).map((note) => ({ ...note, id: note.text }));
    }

    get hasNotes(): boolean {
        return this.notes.length > 0;
    }

    get hasFigures(): boolean {
        return (this.section?.figures ?? []).length > 0;
    }

    get figures(): readonly object[] {
        return (this.section?.figures ?? []).map((figure: Figure) => ({
            ...figure,
            icon: toneIcon(figure.tone),
            variant: toneVariant(figure.tone),
            line: figure.bar && lineOf(figure.bar)
        }));
    }

    get charts(): readonly object[] {
        return (this.section?.charts ?? []).map((chart: Chart) => ({
            ...chart,
            // The heading right above says it already.
            headingClass: chart.heading === this.section?.heading ? 'slds-assistive-text' : '',
            target: chart.target && {
                text: chart.target.text,
                style: `inset-inline-start: ${percent(chart.target.value)}`
            },
            points: chart.points.map((point) => ({
                ...point,
                fill: `fill ${point.tone}`,
                style: `inline-size: ${percent(point.value ?? 0)}`,
                icon: toneIcon(point.tone),
                variant: toneVariant(point.tone)
            }))
        }));
    }

    get tables(): readonly Table[] {
        return this.section?.tables ?? [];
    }

    /** Handed on, since a table's event does not leave this component: pages hold other vendors' too. */
    handleDrill(event: CustomEvent): void {
        this.dispatchEvent(new CustomEvent('drill', { detail: event.detail as unknown }));
    }
}

/** A share on a line from 0 to 1: the value, where it likely lies, and what was agreed. */
function lineOf({ high, low, target, value }: Bar): object {
    return {
        value: `inline-size: ${percent(value)}`,
        likely:
            low === null || high === null
                ? null
                : `inset-inline-start: ${percent(low)}; inline-size: ${percent(high - low)}`,
        target: target === null ? null : `inset-inline-start: ${percent(target)}`
    };
}
