import { LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import load from '@salesforce/apex/HandoffAcceptance.load';
import countNow from '@salesforce/apex/HandoffAcceptance.refresh';
import heading from '@salesforce/label/c.Handoff_Acceptance_Overview';
import loadFailed from '@salesforce/label/c.Handoff_Overview_Failed';
import loadMend from '@salesforce/label/c.Handoff_Load_Failed_Mend';
import refreshLabel from '@salesforce/label/c.Handoff_Refresh';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import {
    agreement,
    defaultPeriod,
    headNotes,
    parseFilters,
    parsePeriod,
    snapshotGroups,
    snapshotHead,
    snapshotPanel,
    snapshotRequest,
    snapshotWords,
    type Badge,
    type Drill,
    type Filters,
    type OverviewPanel,
    type OverviewSection,
    type Period,
    type SalesforceSnapshot
} from 'c/handoffAcceptanceCore';
import { explain, type Problem } from 'c/handoffProblem';
import { viewerNow } from 'c/handoffViewer';

interface Wired<T> {
    readonly data?: T;
    readonly error?: unknown;
}

/** The leads that somebody asked to see: those of the filters and of a row's own values. */
export interface ChosenDrill {
    readonly drill: Drill;
    readonly name: string;
}

/**
 * What became of the MQLs of a period: one request for each choice of period and filters. A count of an
 * earlier day ends its stretches elsewhere, so that its own day's period is asked for then.
 */
export default class HandoffAcceptanceOverview extends LightningElement {
    panel: OverviewPanel | null = null;
    notes: readonly Badge[] = [];
    problem: Problem | null = null;
    mayRefresh = false;
    waiting = true;
    chosen: ChosenDrill | null = null;
    labels = { heading, refresh: refreshLabel, countNow: snapshotWords.refresh };

    // What the request depends on.
    startsAt: unknown;
    endsAt: unknown;
    since: unknown;
    sources: unknown;
    rep: unknown;
    team: unknown;

    private periodText = defaultPeriod(agreement);
    private filters: Filters = {};
    private period: Period | null = null;
    private wired: Wired<SalesforceSnapshot> | undefined;
    private refreshId: number | undefined;

    @wire(load, {
        startsAt: '$startsAt',
        endsAt: '$endsAt',
        since: '$since',
        sources: '$sources',
        rep: '$rep',
        team: '$team'
    })
    receive(result: Wired<SalesforceSnapshot>): void {
        this.wired = result;
        if (result.error !== undefined) {
            this.problem = explain(result.error, loadFailed, loadMend);
            this.waiting = false;
        } else if (result.data !== undefined) {
            this.problem = null;
            this.show(result.data);
        }
    }

    override connectedCallback(): void {
        this.ask(viewerNow().now);
        this.refreshId = registerRefreshHandler(this, this.refresh);
    }

    override disconnectedCallback(): void {
        if (this.refreshId !== undefined) {
            unregisterRefreshHandler(this.refreshId);
        }
    }

    get heading(): string {
        return this.panel?.title ?? heading;
    }

    get loading(): boolean {
        return this.waiting && this.problem === null;
    }

    get hasNotes(): boolean {
        return this.shownNotes.length > 0;
    }

    get shownNotes(): readonly (Badge & { id: string })[] {
        const notes = this.panel?.notes ?? this.notes;
        return notes.map((note) => ({ ...note, id: note.text }));
    }

    get pages(): readonly { id: string; label: string; sections: readonly OverviewSection[] }[] {
        return this.panel?.pages ?? [];
    }

    get drillRequest(): object | null {
        const { chosen, period } = this;
        if (chosen === null || period === null) {
            return null;
        }
        const filters = { ...this.filters, ...chosen.drill.filters };
        const { startsAt, endsAt, sources, rep, team } = snapshotRequest(
            period,
            filters,
            agreement
        );
        const { reason = null } = chosen.drill;
        return { startsAt, endsAt, sources, rep, team, reason };
    }

    handleFilter(event: CustomEvent<{ value: string }>): void {
        const { name } = (event.target as HTMLElement).dataset;
        const { value } = event.detail;
        if (name === 'period') {
            this.periodText = value;
        } else {
            const choice = Object.fromEntries(
                (this.panel?.filters ?? [])
                    .filter(({ id }) => id !== 'period')
                    .map((one) => [one.id, one.id === name ? value : one.value])
            );
            this.filters = parseFilters(choice, agreement).filters;
        }
        this.chosen = null;
        this.ask(viewerNow().now);
    }

    handleDrill(event: CustomEvent<ChosenDrill>): void {
        this.chosen = event.detail;
    }

    handleDrillClose(): void {
        this.chosen = null;
    }

    /** Has the leads counted now, for whoever may. */
    async handleCountNow(): Promise<void> {
        try {
            const isStarted: unknown = await countNow();
            const title = isStarted ? snapshotWords.refreshStarted : snapshotWords.refreshRunning;
            this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
        } catch (error) {
            this.problem = explain(error, loadFailed, loadMend);
        }
    }

    /** Reads the counts again; resolves to true so that the page goes on refreshing what is below. */
    refresh = async (): Promise<boolean> => {
        this.waiting = true;
        try {
            await refreshApex(this.wired);
        } catch (error) {
            this.problem = explain(error, loadFailed, loadMend);
        }
        this.waiting = false;
        return true;
    };

    /** Asks for the period as it lies on one day. */
    private ask(now: number): void {
        const { period } = parsePeriod(this.periodText, agreement, now);
        if (period === null) {
            return;
        }
        this.period = period;
        const before = [this.startsAt, this.endsAt, this.since, this.sources, this.rep, this.team];
        const request = snapshotRequest(period, this.filters, agreement);
        Object.assign(this, request);
        // The same list again would be another one to the wire.
        if (JSON.stringify(before[3]) === JSON.stringify(request.sources)) {
            this.sources = before[3];
        }
        const after = [this.startsAt, this.endsAt, this.since, this.sources, this.rep, this.team];
        this.waiting = after.some((value, i) => value !== before[i]);
    }

    private show(found: SalesforceSnapshot): void {
        this.mayRefresh = found.mayRefresh;
        const { period } = this;
        const head = snapshotHead(found);
        if (head === null || period === null) {
            this.panel = null;
            this.notes = [
                { text: snapshotWords.none, tone: 'neutral' },
                ...(found.mayRefresh
                    ? [{ text: snapshotWords.noneRefresh, tone: 'neutral' as const }]
                    : [])
            ];
            this.waiting = false;
            return;
        }
        const groups = snapshotGroups(found, agreement);
        const viewer = viewerNow();
        const panel = snapshotPanel({ head, groups }, period, this.filters, agreement, viewer);
        const ofItsDay = parsePeriod(this.periodText, agreement, head.asOf).period;
        if (panel === null && ofItsDay !== null && ofItsDay.from !== period.from) {
            this.ask(head.asOf);
            return;
        }
        this.waiting = false;
        if (panel === null) {
            const text = snapshotWords.notCounted(period.id);
            this.notes = [...headNotes(head, agreement, viewer), { text, tone: 'warn' }];
            this.periodText = defaultPeriod(agreement);
        }
        this.panel = panel;
    }
}
