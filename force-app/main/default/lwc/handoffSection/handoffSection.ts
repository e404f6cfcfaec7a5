import { LightningElement, api } from 'lwc';

/** A headed part of the card; what could not be seen in it stands under its content. */
export default class HandoffSection extends LightningElement {
    @api heading = '';
    @api gaps: readonly string[] = [];
}
