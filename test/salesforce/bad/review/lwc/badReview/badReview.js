import { LightningElement } from 'lwc';

export default class BadReview extends LightningElement {
    show(text) {
        this.template.querySelector('p').innerHTML = text;
        this.dispatchEvent(new CustomEvent('shown', { bubbles: true, composed: true }));
    }
}
