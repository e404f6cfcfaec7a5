import { LightningElement, api } from 'lwc';
import email from '@salesforce/label/c.Handoff_Email';
import logCall from '@salesforce/label/c.Handoff_Log_Call';
import meeting from '@salesforce/label/c.Handoff_Meeting';
import { NavigationMixin } from 'lightning/navigation';

/** Salesforce's own ways to answer a person: dial, log the call, write, meet. */
export default class HandoffActions extends NavigationMixin(LightningElement) {
    @api recordId?: string;
    @api phone: string | null = null;
    @api email: string | null = null;
    /** The response clock runs: the actions stand out. */
    @api urgent = false;

    labels = { email, logCall, meeting };

    get variant(): string {
        return this.urgent ? 'neutral' : 'base';
    }

    /** Opens the global quick action that the button names, on this record. */
    handleAction(event: Event): void {
        const { action } = (event.currentTarget as HTMLElement).dataset;
        this[NavigationMixin.Navigate]({
            type: 'standard__quickAction',
            attributes: { apiName: `Global.${action}` },
            state: { recordId: this.recordId }
        });
    }
}
