import { LightningElement, api } from 'lwc';
import type { AcceptancePanel } from 'c/handoffCore';

/** Whether sales accepted this record, and how the leads of its source fare. */
export default class HandoffAcceptance extends LightningElement {
    @api acceptance: AcceptancePanel | null = null;
}
