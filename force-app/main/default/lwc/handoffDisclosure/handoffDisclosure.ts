import { LightningElement, api } from 'lwc';

/** A part that opens and closes; its label is the button. */
export default class HandoffDisclosure extends LightningElement {
    @api label = '';
    /** At the end of the label's row: "32 / 40". */
    @api value: string | null = null;

    opened = false;

    get expanded(): string {
        return String(this.opened);
    }

    get iconName(): string {
        return this.opened ? 'utility:chevrondown' : 'utility:chevronright';
    }

    get closed(): boolean {
        return !this.opened;
    }

    handleToggle(): void {
        this.opened = !this.opened;
    }
}
