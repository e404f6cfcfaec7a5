import { LightningElement, api } from 'lwc';
import type { DecisionKind, DecisionPanel, Issue, ReasonChoice } from 'c/handoffCore';
import type { Problem } from 'c/handoffProblem';
import type { DecideDetail, SaveResult } from 'c/handoffRecord';

type Choice = DecisionPanel['choices'][number];
interface Button {
    readonly kind: DecisionKind;
    readonly label: string;
    readonly variant: string;
}
interface Pair {
    readonly id: string;
    readonly buttons: readonly Button[];
}
interface Focusable extends Element {
    focus(): void;
}
interface Field extends Focusable {
    setCustomValidity(message: string): void;
    reportValidity(): boolean;
}

const VARIANTS: { readonly [kind in DecisionKind]: string } = {
    accepted: 'brand',
    qualified: 'neutral',
    recycled: 'neutral',
    rejected: 'destructive-text'
};

/**
 * The decision: its state, its buttons and the form for a reason.
 * Fires `decide` with a {@link DecideDetail}; whoever writes it answers with `finish`.
 */
export default class HandoffDecision extends LightningElement {
    @api panel: DecisionPanel | null = null;

    choice: Choice | null = null;
    reason: string | null = null;
    note = '';
    saving = false;
    changing = false;
    reasonProblem: string | null = null;
    messages: readonly string[] = [];
    problem: Problem | null = null;

    /** Selector of what gets the focus once it is drawn. */
    private focusNext: string | null = null;

    override renderedCallback(): void {
        if (this.focusNext !== null) {
            const target = this.template?.querySelector<Focusable>(this.focusNext);
            this.focusNext = null;
            target?.focus();
        }
    }

    /** Tells what became of the choice: closes the form, or shows at its fields what to mend. */
    @api
    finish({ issues, problem }: SaveResult): void {
        this.saving = false;
        this.problem = problem;
        if (issues.length > 0) {
            this.showIssues(issues);
        } else if (problem === null) {
            this.close('[data-choice], [data-change]');
        }
    }

    get decidable(): boolean {
        return this.panel !== null && this.panel.closed === null;
    }

    get behindChange(): boolean {
        return Boolean(this.panel?.decided) && !this.changing;
    }

    /** Two by two, so that none is left alone where they do not fit into one row. */
    get pairs(): readonly Pair[] {
        const buttons = (this.panel?.choices ?? []).map(({ kind, label }) => ({
            kind,
            label,
            variant: VARIANTS[kind]
        }));
        const pairs: Pair[] = [];
        for (let index = 0; index < buttons.length; index += 2) {
            const pair = buttons.slice(index, index + 2);
            pairs.push({ id: pair.map(({ kind }) => kind).join(), buttons: pair });
        }
        return pairs;
    }

    get confirmLabel(): string {
        if (!this.panel || !this.choice) {
            return '';
        }
        return this.saving ? this.panel.words.saving : this.panel.words.confirm[this.choice.kind];
    }

    /** The reasons as the record has them now, for they may open while the form does. */
    get reasons(): readonly ReasonChoice[] {
        const kind = this.choice?.kind;
        return this.panel?.choices.find((choice) => choice.kind === kind)?.reasons ?? [];
    }

    get ask(): string | null {
        return this.reasons.find(({ code }) => code === this.reason)?.ask ?? null;
    }

    get asked(): boolean {
        return this.ask !== null;
    }

    get noteLabel(): string {
        return this.ask ?? this.panel?.noteLabel ?? '';
    }

    handleChange(): void {
        this.changing = true;
        this.focusNext = '[data-choice]';
    }

    handleChoose(event: Event): void {
        const { kind } = (event.currentTarget as HTMLElement).dataset;
        const choice = this.panel?.choices.find((candidate) => candidate.kind === kind);
        if (choice === undefined) {
            return;
        }
        this.clearProblems();
        if (choice.reasons.length === 0) {
            this.submit({ kind: choice.kind, reason: null, note: null });
            return;
        }
        if (choice.kind !== this.choice?.kind) {
            this.reason = null;
        }
        this.choice = choice;
        this.focusNext = 'c-handoff-reasons';
    }

    handlePick(event: CustomEvent<string>): void {
        this.reason = event.detail;
        this.clearProblems();
    }

    handleNote(event: CustomEvent<{ value: string }>): void {
        this.note = event.detail.value;
        this.clearProblems();
        // Else the message goes only as the field is left, and the button moves away under the click.
        this.noteField?.reportValidity();
    }

    handleConfirm(): void {
        if (this.choice !== null && !this.saving) {
            this.clearProblems();
            const { kind } = this.choice;
            this.submit({ kind, reason: this.reason, note: this.note === '' ? null : this.note });
        }
    }

    handleCancel(): void {
        this.close(`[data-kind="${this.choice?.kind ?? ''}"]`);
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

    private submit(detail: DecideDetail): void {
        this.saving = true;
        this.dispatchEvent(new CustomEvent<DecideDetail>('decide', { detail }));
    }

    private close(focus: string): void {
        this.choice = null;
        this.reason = null;
        this.note = '';
        this.changing = false;
        this.clearProblems();
        this.focusNext = focus;
    }

    private showIssues(issues: readonly Issue[]): void {
        const of = (path: string) => issues.find((issue) => issue.path === path)?.message ?? null;
        // Without a reason the core names all codes, which no rep reads.
        this.reasonProblem =
            this.reason === null && of('reason') !== null
                ? (this.panel?.words.reasonPlaceholder ?? null)
                : of('reason');
        const noteProblem = of('note');
        this.messages = issues
            .filter(({ path }) => this.choice === null || (path !== 'reason' && path !== 'note'))
            .map(({ message }) => message);
        this.setNoteProblem(noteProblem ?? '');
        if (this.reasonProblem !== null) {
            this.focusNext = 'c-handoff-reasons';
        } else if (noteProblem !== null) {
            this.noteField?.focus();
        }
    }

    private clearProblems(): void {
        this.reasonProblem = null;
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
        }
    }
}
