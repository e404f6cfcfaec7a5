import { LightningElement, api } from 'lwc';
import type { Cell, Drill, Table } from 'c/handoffAcceptanceCore';
import { toneIcon, toneVariant } from 'c/handoffTone';

interface ShownCell extends Cell {
    readonly id: string;
    readonly isName: boolean;
    readonly className: string;
    readonly icon: string | null;
    readonly variant: string;
    readonly bar: never;
    readonly width: string | null;
    readonly drill: Drill | null;
    readonly row: string;
}

/** A table whose first column names the row, and may lead to the leads behind it. */
export default class HandoffOverviewTable extends LightningElement {
    @api table: Table | null = null;
    /** The heading right above: a table of that name need not show it again. */
    @api under = '';

    unfolded = false;

    get columns(): readonly object[] {
        return (this.table?.columns ?? []).map((column) => ({
            ...column,
            className: column.numeric ? 'numeric' : ''
        }));
    }

    get rows(): readonly { id: string; cells: readonly ShownCell[] }[] {
        const { table } = this;
        if (table === null) {
            return [];
        }
        const rows = this.unfolded ? table.rows : table.rows.slice(0, table.shown);
        return rows.map(({ cells, drill, id }) => ({
            id,
            cells: cells.map((cell, i) => ({
                ...cell,
                id: `${id}-${i}`,
                isName: i === 0,
                className: table.columns[i]?.numeric ? 'numeric' : '',
                icon: toneIcon(cell.tone),
                variant: toneVariant(cell.tone),
                width: cell.bar && `inline-size: ${Math.round(cell.bar.value * 100)}%`,
                // Campaigns are no field of a lead.
                drill: drill !== null && 'campaign' in drill.filters ? null : drill,
                row: id
            })) as unknown as ShownCell[]
        }));
    }

    get captionClass(): string {
        return this.table?.heading === this.under ? 'slds-assistive-text' : 'caption';
    }

    get hasRows(): boolean {
        return (this.table?.rows ?? []).length > 0;
    }

    get foldLabel(): string | null {
        const { table } = this;
        if (table === null || table.more === null) {
            return null;
        }
        return this.unfolded ? table.less : table.more;
    }

    get expanded(): string {
        return String(this.unfolded);
    }

    toggle(): void {
        this.unfolded = !this.unfolded;
    }

    handleDrill(event: Event): void {
        const { row } = (event.currentTarget as HTMLElement).dataset;
        const found = this.table?.rows.find(({ id }) => id === row);
        if (!found?.drill) {
            return;
        }
        const detail = { drill: found.drill, name: found.cells[0]?.text ?? '' };
        this.dispatchEvent(new CustomEvent('drill', { detail }));
    }
}
