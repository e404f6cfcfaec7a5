import { LightningElement, api } from 'lwc';
import loading from '@salesforce/label/c.Handoff_Loading';
import tryAgain from '@salesforce/label/c.Handoff_Try_Again';
import type { Problem } from 'c/handoffProblem';

/** Says that the record is on its way, or why it did not come. */
export default class HandoffStatus extends LightningElement {
    @api loading = false;
    @api problem: Problem | null = null;

    labels = { loading, tryAgain };

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
