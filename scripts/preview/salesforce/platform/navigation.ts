/** Stands behind `lightning/navigation`: says where Salesforce would go, and stays. */
import { ShowToastEvent } from './platformShowToastEvent.ts';

interface PageReference {
    readonly attributes: { readonly apiName?: string };
}
// TypeScript asks this of a mixin.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Element = new (...args: any[]) => { dispatchEvent(event: Event): boolean };

const Navigate = Symbol('Navigate');

function mixin(Base: Element) {
    return class extends Base {
        [Navigate]({ attributes }: PageReference): void {
            const title = `Salesforce opens ${attributes.apiName} here; the preview does not.`;
            this.dispatchEvent(new ShowToastEvent({ title, variant: 'info' }));
        }
    };
}

export const NavigationMixin = Object.assign(mixin, { Navigate });
