import { LightningElement, api } from 'lwc';
import type { ReasonChoice } from 'c/handoffCore';

interface Option extends ReasonChoice {
    readonly id: string;
    readonly helpId: string;
    readonly checked: boolean;
    readonly disabled: boolean;
}
interface Group {
    readonly id: string;
    readonly label: string | null;
    readonly options: readonly Option[];
}

let instances = 0;

/** The reasons to choose from, under the headings of the agreement's first level. */
export default class HandoffReasons extends LightningElement {
    @api label = '';
    /** Said before why a reason is not open. */
    @api notOpen = '';
    @api reasons: readonly ReasonChoice[] = [];
    /** Code of the chosen reason. */
    @api value: string | null = null;
    /** What is wrong with the choice. */
    @api problem: string | null = null;

    /** Radio buttons of one name belong together, across the whole page. */
    readonly name = `handoff-reason-${++instances}`;

    /** Moves the focus to the chosen reason, else to the first that is open. */
    @api
    focus(): void {
        const radios = this.template?.querySelectorAll<HTMLInputElement>('input:enabled') ?? [];
        ([...radios].find(({ checked }) => checked) ?? radios[0])?.focus();
    }

    get groups(): readonly Group[] {
        const groups: { id: string; label: string | null; options: Option[] }[] = [];
        this.reasons.forEach((reason, index) => {
            let group = groups[groups.length - 1];
            if (group === undefined || group.label !== reason.group) {
                group = { id: `group-${index}`, label: reason.group, options: [] };
                groups.push(group);
            }
            group.options.push({
                ...reason,
                id: `reason-${index}`,
                helpId: `help-${index}`,
                checked: reason.code === this.value,
                disabled: !reason.open
            });
        });
        return groups;
    }

    get fieldClass(): string {
        return this.problem === null ? 'slds-form-element' : 'slds-form-element slds-has-error';
    }

    get invalid(): string {
        return String(this.problem !== null);
    }

    handlePick(event: Event): void {
        const { value } = event.currentTarget as HTMLInputElement;
        this.dispatchEvent(new CustomEvent('pick', { detail: value }));
    }

    handleKeydown(event: KeyboardEvent): void {
        if (event.key === 'Enter') {
            event.preventDefault();
            this.dispatchEvent(new CustomEvent('confirm'));
        }
    }
}
