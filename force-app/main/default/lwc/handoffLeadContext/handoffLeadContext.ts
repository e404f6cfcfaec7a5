import { api } from 'lwc';
import acceptanceHeading from '@salesforce/label/c.Handoff_Acceptance';
import historyHeading from '@salesforce/label/c.Handoff_Decision_History';
import refresh from '@salesforce/label/c.Handoff_Refresh';
import heading from '@salesforce/label/c.Handoff_Lead_Context';
import HandoffRecord from 'c/handoffRecord';

/** Everything about a handed-over person on one card: clock, decision, causes, score, history. */
export default class HandoffLeadContext extends HandoffRecord {
    /** Leave out the score's detail, content, touches and history. */
    @api compact = false;

    labels = { acceptanceHeading, historyHeading, refresh };

    get heading(): string {
        return this.panel?.title ?? heading;
    }

    get iconName(): string {
        return this.objectName === 'Contact' ? 'standard:contact' : 'standard:lead';
    }

    get full(): boolean {
        return !this.compact;
    }

    get hasWarnings(): boolean {
        return this.panel !== null && this.panel.warnings.length > 0;
    }

    get hasHistory(): boolean {
        return this.panel !== null && this.panel.decision.history.length > 0;
    }

    get hasGaps(): boolean {
        return this.panel !== null && this.panel.gaps.length > 0;
    }

    get gapTexts(): readonly string[] {
        return [...new Set(this.panel?.gaps.map(({ text }) => text) ?? [])];
    }
}
