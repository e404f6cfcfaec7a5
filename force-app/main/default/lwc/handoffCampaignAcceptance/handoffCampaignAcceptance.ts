import { LightningElement, api, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import load from '@salesforce/apex/HandoffCampaignAcceptance.load';
import heading from '@salesforce/label/c.Handoff_Acceptance';
import loadFailed from '@salesforce/label/c.Handoff_Overview_Failed';
import loadMend from '@salesforce/label/c.Handoff_Load_Failed_Mend';
import {
    acceptanceMetric,
    acceptanceSince,
    agreement,
    campaignBadge,
    tooManyMembers,
    type CampaignBadge,
    type DecisionTotal
} from 'c/handoffAcceptanceCore';
import { explain, type Problem } from 'c/handoffProblem';
import { viewerNow } from 'c/handoffViewer';

interface Counts {
    readonly members: number;
    readonly isTooMany: boolean;
    readonly decisions: readonly DecisionTotal[];
}

interface Wired<T> {
    readonly data?: T;
    readonly error?: unknown;
}

/** How a campaign's leads fare, beside the campaign. */
export default class HandoffCampaignAcceptance extends LightningElement {
    /** Id of the Campaign; the record page sets it. */
    @api recordId?: string;

    heading = heading;
    badge: CampaignBadge | null = null;
    tooMany: string | null = null;
    problem: Problem | null = null;
    cohort = acceptanceMetric(agreement)?.cohort ?? null;
    /** Fixed while connected, so that the cache's key does not move. */
    since: string | null | undefined;

    private wired: Wired<Counts> | undefined;

    @wire(load, { campaignId: '$recordId', acceptanceSince: '$since', cohort: '$cohort' })
    receive(result: Wired<Counts>): void {
        this.wired = result;
        const { data, error } = result;
        this.badge = null;
        this.tooMany = null;
        if (error !== undefined) {
            this.problem = explain(error, loadFailed, loadMend);
        } else if (data !== undefined) {
            this.problem = null;
            const viewer = viewerNow();
            if (data.isTooMany) {
                this.tooMany = tooManyMembers(data.members, viewer);
            } else {
                this.badge = campaignBadge(data.decisions, agreement, viewer);
            }
        }
    }

    override connectedCallback(): void {
        this.since = acceptanceSince(agreement, viewerNow().now);
    }

    get loading(): boolean {
        return this.badge === null && this.tooMany === null && this.problem === null;
    }

    get hasReasons(): boolean {
        return (this.badge?.reasons ?? []).length > 0;
    }

    async refresh(): Promise<void> {
        this.problem = null;
        await refreshApex(this.wired);
    }
}
