import { LightningElement, api, wire } from 'lwc';
import load from '@salesforce/apex/HandoffOutcomeLeads.load';
import loadFailed from '@salesforce/label/c.Handoff_Overview_Failed';
import loadMend from '@salesforce/label/c.Handoff_Load_Failed_Mend';
import { agreement, leadLines, snapshotWords, type LeadLine } from 'c/handoffAcceptanceCore';
import { explain, type Problem } from 'c/handoffProblem';
import { viewerNow } from 'c/handoffViewer';

interface Wired<T> {
    readonly data?: T;
    readonly error?: unknown;
}

type Rows = Parameters<typeof leadLines>[0];

/** The leads behind a row of the overview, newest first, each a link to its record. */
export default class HandoffDrill extends LightningElement {
    /** What the row is called. */
    @api name = '';
    /** Parameters of the request. */
    @api request: object | null = null;

    leads: readonly LeadLine[] | null = null;
    problem: Problem | null = null;
    labels = snapshotWords;

    @wire(load, {
        startsAt: '$request.startsAt',
        endsAt: '$request.endsAt',
        sources: '$request.sources',
        rep: '$request.rep',
        team: '$request.team',
        reason: '$request.reason'
    })
    receive({ data, error }: Wired<Rows>): void {
        if (error !== undefined) {
            this.problem = explain(error, loadFailed, loadMend);
        } else if (data !== undefined) {
            this.problem = null;
            this.leads = leadLines(data, agreement, viewerNow());
        } else {
            this.leads = null;
        }
    }

    get heading(): string {
        return snapshotWords.leads(this.name);
    }

    get loading(): boolean {
        return this.leads === null && this.problem === null;
    }

    get hasLeads(): boolean {
        return this.leads !== null && this.leads.length > 0;
    }

    get isEmpty(): boolean {
        return this.leads?.length === 0;
    }

    get newest(): string {
        return snapshotWords.newest(String(this.leads?.length ?? 0));
    }

    override renderedCallback(): void {
        // Whoever asked for the list gets to it, also by keyboard.
        if (this.hasLeads || this.isEmpty) {
            const target = this.refs?.heading as HTMLElement | undefined;
            if (target && this.focused !== this.request) {
                this.focused = this.request;
                target.focus();
            }
        }
    }

    handleClose(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }

    private focused: object | null = null;
}
