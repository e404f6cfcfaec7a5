import { LightningElement, api } from 'lwc';
import type { ContentGroup } from 'c/handoffCore';

interface Asset extends ContentGroup {
    readonly answered: boolean;
    readonly rows: readonly {
        readonly id: string;
        readonly question: string;
        readonly answer: string;
    }[];
}

/** Assets, each with everything the person did with it and wrote in it. */
export default class HandoffContent extends LightningElement {
    @api groups: readonly ContentGroup[] = [];

    get assets(): readonly Asset[] {
        return this.groups.map((group) => ({
            ...group,
            answered: group.answers.length > 0,
            // A form may ask the same question twice.
            rows: group.answers.map((row, index) => ({ ...row, id: String(index) }))
        }));
    }
}
