import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, type ObjectInfo } from 'lightning/uiObjectInfoApi';
import type { FeedbackKind, FeedbackPanel, Line } from 'c/handoffCore';
import type { Problem } from 'c/handoffProblem';
import type { AnswerDetail, SaveResult } from 'c/handoffRecord';

type Choice = FeedbackPanel['choices'][number];
interface Focusable extends Element {
    focus(): void;
}
interface Field extends Focusable {
    setCustomValidity(message: string): void;
    reportValidity(): boolean;
}

/** What a marketer edits: whoever may edit both may answer. */
const FIELDS = ['Handoff_Feedback__c', 'Handoff_Feedback_Note__c'];

/**
 * Marketing's answer to a rejection: its clock, the answer, and for whoever may edit it the form.
 * Fires `answer` with an {@link AnswerDetail}; whoever writes it answers with `finish`.
 */
export default class HandoffFeedback extends LightningElement {
    @api panel: FeedbackPanel | null = null;
    /** API name of the record's object. */
    @api objectName?: string;

    mayAnswer = false;
    kind: FeedbackKind | null = null;
    note = '';
    saving = false;
    changing = false;
    messages: readonly string[] = [];
    problem: Problem | null = null;

    /** Selector of what gets the focus once it is drawn. */
    private focusNext: string | null = null;

    @wire(getObjectInfo, { objectApiName: '$objectName' })
    receiveObject({ data }: { readonly data?: ObjectInfo }): void {
        this.mayAnswer = FIELDS.every((field) => data?.fields[field]?.updateable === true);
    }

    override renderedCallback(): void {
        if (this.focusNext !== null) {
            const target = this.template?.querySelector<Focusable>(this.focusNext);
            this.focusNext = null;
            target?.focus();
        }
    }

    /** Tells what became of the answer: closes the form, or shows what to mend. */
    @api
    finish({ issues, problem }: SaveResult): void {
        this.saving = false;
        this.problem = problem;
        if (issues.length > 0) {
            const note = issues.find(({ path }) => path === 'note')?.message ?? '';
            this.messages = issues.filter(({ path }) => path !== 'note').map((one) => one.message);
            this.setNoteProblem(note);
        } else if (problem === null) {
            this.close('[data-change]');
        }
    }

    get answers(): readonly Line[] {
        return this.panel?.answer ? [this.panel.answer] : [];
    }

    get answerable(): boolean {
        return this.mayAnswer && this.choices.length > 0;
    }

    get choices(): readonly Choice[] {
        return this.panel?.choices ?? [];
    }

    get behindChange(): boolean {
        return this.answers.length > 0 && !this.changing;
    }

    get choice(): Choice | null {
        return this.choices.find(({ kind }) => kind === this.kind) ?? null;
    }

    get asked(): boolean {
        return Boolean(this.choice?.ask);
    }

    get noteLabel(): string {
        return this.choice?.ask ?? this.panel?.noteLabel ?? '';
    }

    get confirmLabel(): string {
        return (this.saving ? this.panel?.words.saving : this.panel?.words.confirm) ?? '';
    }

    handleChange(): void {
        this.changing = true;
        this.focusNext = '[data-kind]';
    }

    handleChoose(event: Event): void {
        const { kind } = (event.currentTarget as HTMLElement).dataset;
        const chosen = this.choices.find((choice) => choice.kind === kind);
        if (chosen !== undefined) {
            this.clearProblems();
            this.kind = chosen.kind;
            this.focusNext = 'lightning-textarea';
        }
    }

    handleNote(event: CustomEvent<{ value: string }>): void {
        this.note = event.detail.value;
        this.clearProblems();
        // Else the message goes only as the field is left, and the button moves away under the click.
        this.noteField?.reportValidity();
    }

    handleConfirm(): void {
        if (this.kind === null || this.saving) {
            return;
        }
        this.clearProblems();
        this.saving = true;
        const detail = { kind: this.kind, note: this.note === '' ? null : this.note };
        this.dispatchEvent(new CustomEvent<AnswerDetail>('answer', { detail }));
    }

    handleCancel(): void {
        this.close(`[data-kind="${this.kind ?? ''}"], [data-change]`);
    }

    handleKeydown(event: KeyboardEvent): void {
        if (event.key === 'Escape' && !this.saving) {
            event.preventDefault();
            // Else the console would close the tab or the dialog around the card.
            event.stopPropagation();
            this.handleCancel();
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            this.handleConfirm();
        }
    }

    private close(focus: string): void {
        this.kind = null;
        this.note = '';
        this.changing = false;
        this.clearProblems();
        this.focusNext = focus;
    }

    private clearProblems(): void {
        this.messages = [];
        this.problem = null;
        this.setNoteProblem('');
    }

    private get noteField(): Field | null {
        return this.template?.querySelector<Field>('lightning-textarea') ?? null;
    }

    private setNoteProblem(message: string): void {
        const field = this.noteField;
        field?.setCustomValidity(message);
        if (message !== '') {
            field?.reportValidity();
            field?.focus();
        }
    }
}
