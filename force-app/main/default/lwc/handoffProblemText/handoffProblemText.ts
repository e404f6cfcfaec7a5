import { LightningElement, api } from 'lwc';
import type { Problem } from 'c/handoffProblem';

/** What went wrong, what the platform said, and how to mend it; spoken at once. */
export default class HandoffProblemText extends LightningElement {
    @api problem: Problem | null = null;
}
