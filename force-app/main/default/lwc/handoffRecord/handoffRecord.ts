import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import load from '@salesforce/apex/HandoffLeadContext.load';
import loadFailed from '@salesforce/label/c.Handoff_Load_Failed';
import loadMend from '@salesforce/label/c.Handoff_Load_Failed_Mend';
import notSaved from '@salesforce/label/c.Handoff_Not_Saved';
import notSavedMend from '@salesforce/label/c.Handoff_Not_Saved_Mend';
import userId from '@salesforce/user/Id';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import {
    getRecord,
    notifyRecordUpdateAvailable,
    updateRecord,
    type RecordRepresentation
} from 'lightning/uiRecordApi';
import {
    acceptanceMetric,
    acceptanceSince,
    agreement,
    answerFeedback,
    decide,
    leadFromSalesforce,
    leadPanel,
    salesforceAnswer,
    salesforceFields,
    salesforceWrite,
    type DecisionKind,
    type Fact,
    type FeedbackKind,
    type Issue,
    type Lead,
    type LeadPanel,
    type SalesforceRecords
} from 'c/handoffCore';
import { explain, type Problem } from 'c/handoffProblem';
import { viewerNow } from 'c/handoffViewer';
import { overlay, rowOf } from './rows';

/** Relative times ("2 h ago") are redrawn this often; the clock redraws itself. */
const REDRAW_EVERY = 60_000;

const textOf = (fact: Fact | undefined): string | null => (typeof fact === 'string' ? fact : null);

/** A rep's choice as the form gives it. */
export interface DecideDetail {
    readonly kind: DecisionKind;
    readonly reason: string | null;
    readonly note: string | null;
}

/** What marketing chose in the form. */
export interface AnswerDetail {
    readonly kind: FeedbackKind;
    readonly note: string | null;
}

/** What became of a choice: written when neither issues nor a problem are there. */
export interface SaveResult {
    readonly issues: readonly Issue[];
    readonly problem: Problem | null;
}

interface Form extends EventTarget {
    finish(result: SaveResult): void;
}

interface Wired<T> {
    readonly data?: T;
    readonly error?: unknown;
}

/**
 * Base of the components that stand on a record page: loads the record in one request, keeps its own
 * fields live, builds the panel, and writes a decision or marketing's answer. Components placed side by side share the
 * request through the platform's cache.
 */
export default class HandoffRecord extends LightningElement {
    /** Id of the Lead or Contact; the record page sets it. */
    @api recordId?: string;
    /** API name of the record's object; the record page sets it. */
    @api objectApiName?: string;

    panel: LeadPanel | null = null;
    problem: Problem | null = null;
    refreshing = false;

    /** Fixed while connected, so that the cache's key does not move. */
    since: string | null | undefined;
    cohort = acceptanceMetric(agreement)?.cohort ?? null;

    private wired: Wired<SalesforceRecords> | undefined;
    private records: SalesforceRecords | undefined;
    private live: RecordRepresentation | undefined;
    private lead: Lead | undefined;
    private refreshId: number | undefined;
    private redrawId: ReturnType<typeof setInterval> | undefined;

    @wire(load, { recordId: '$recordId', acceptanceSince: '$since', cohort: '$cohort' })
    receiveRecords(result: Wired<SalesforceRecords>): void {
        this.wired = result;
        if (result.error !== undefined) {
            this.problem = explain(result.error, loadFailed, loadMend);
        } else if (result.data !== undefined) {
            this.records = result.data;
            this.problem = null;
            this.rebuild();
        } else {
            // Another record is on its way: the one before must not be taken for it.
            this.records = undefined;
            this.panel = null;
        }
    }

    // Only to redraw when somebody edits the record elsewhere: what fails here, the request above reports.
    @wire(getRecord, { recordId: '$recordId', optionalFields: '$liveFields' })
    receiveLive({ data }: Wired<RecordRepresentation>): void {
        if (data !== undefined) {
            this.live = data;
            this.rebuild();
        }
    }

    get objectName(): 'Lead' | 'Contact' | undefined {
        const name = this.objectApiName ?? this.records?.objectName;
        return name === 'Lead' || name === 'Contact' ? name : undefined;
    }

    get liveFields(): readonly string[] | undefined {
        return this.objectName && salesforceFields(this.objectName, agreement);
    }

    get phone(): string | null {
        return textOf(this.lead?.facts.phone);
    }

    get email(): string | null {
        return textOf(this.lead?.facts.email);
    }

    /** Nobody has answered yet, and the time for it runs. */
    get urgent(): boolean {
        return this.panel?.clock.state === 'running';
    }

    get loading(): boolean {
        return this.panel === null && (this.problem === null || this.refreshing);
    }

    override connectedCallback(): void {
        this.since = acceptanceSince(agreement, Date.now());
        this.refreshId = registerRefreshHandler(this, this.refresh);
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared on disconnect
        this.redrawId = setInterval(this.redraw, REDRAW_EVERY);
        document.addEventListener('visibilitychange', this.redraw);
    }

    override disconnectedCallback(): void {
        if (this.refreshId !== undefined) {
            unregisterRefreshHandler(this.refreshId);
        }
        clearInterval(this.redrawId);
        document.removeEventListener('visibilitychange', this.redraw);
    }

    /** Reads everything again; resolves to true so that the page goes on refreshing what is below. */
    refresh = async (): Promise<boolean> => {
        this.refreshing = true;
        try {
            await Promise.all([
                refreshApex(this.wired),
                // Else fields changed on the server would stay hidden under the cached ones.
                notifyRecordUpdateAvailable([{ recordId: this.recordId ?? '' }])
            ]);
        } catch (error) {
            this.problem = explain(error, loadFailed, loadMend);
        }
        this.refreshing = false;
        return true;
    };

    /** Writes what the form chose and tells the form what became of it. */
    async handleDecide(event: CustomEvent<DecideDetail>): Promise<void> {
        const form = event.target as Form;
        form.finish(await this.save(event.detail));
    }

    /** Checks the choice against the agreement and writes it to the record. */
    async save(choice: DecideDetail): Promise<SaveResult> {
        const { lead, objectName, panel } = this;
        if (!lead || !objectName || !panel) {
            return { issues: [], problem: this.problem };
        }
        const { decision, issues } = decide(lead, agreement, { ...choice, by: userId }, Date.now());
        if (decision === null) {
            return { issues, problem: null };
        }
        const fields = salesforceWrite(decision, objectName, agreement);
        return this.write(fields, panel.decision.words.saved[choice.kind]);
    }

    /** Writes what marketing answers and tells the form what became of it. */
    async handleAnswer(event: CustomEvent<AnswerDetail>): Promise<void> {
        const form = event.target as Form;
        form.finish(await this.saveAnswer(event.detail));
    }

    private async saveAnswer(choice: AnswerDetail): Promise<SaveResult> {
        const feedbackPanel = this.panel?.feedback;
        if (!this.lead || !feedbackPanel) {
            return { issues: [], problem: this.problem };
        }
        const { feedback, issues } = answerFeedback(
            this.lead,
            agreement,
            { ...choice, by: userId },
            Date.now()
        );
        if (feedback === null) {
            return { issues, problem: null };
        }
        return this.write(salesforceAnswer(feedback), feedbackPanel.words.saved[choice.kind]);
    }

    private async write(
        fields: { readonly [field: string]: string | null },
        title: string
    ): Promise<SaveResult> {
        try {
            await updateRecord({ fields: { Id: this.recordId, ...fields } });
        } catch (error) {
            return { issues: [], problem: explain(error, notSaved, notSavedMend) };
        }
        this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
        await this.refresh();
        return { issues: [], problem: null };
    }

    private redraw = (): void => {
        if (!document.hidden) {
            this.rebuild();
        }
    };

    private rebuild(): void {
        if (this.records === undefined) {
            return;
        }
        const { person } = this.records;
        const live = this.live?.id === person.Id ? this.live : undefined;
        const fresh = live === undefined ? person : overlay(person, rowOf(live));
        this.lead = leadFromSalesforce({ ...this.records, person: fresh }, agreement);
        this.panel = leadPanel(this.lead, agreement, viewerNow());
    }
}
