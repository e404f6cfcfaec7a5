import { DECISION_KINDS } from '../lead.ts';
import type { Agreement } from '../agreement/types.ts';
import { formatFor } from './format.ts';
import type { Viewer } from './types.ts';
import { snapshotEn } from './words/snapshotEn.ts';

/** A lead as Salesforce's HandoffOutcomeLeads gives it; absent: blank. */
export interface LeadRow {
    readonly id: string;
    readonly name?: string;
    readonly company?: string;
    readonly mqlAt: string;
    readonly decision?: string;
}

/** A lead in a list, in finished words, with a link to its record. */
export interface LeadLine {
    readonly id: string;
    readonly href: string;
    readonly name: string;
    readonly company: string;
    readonly mql: string;
    readonly decision: string;
}

/** The leads behind a number, as a list of links shows them. */
export function leadLines(
    rows: readonly LeadRow[],
    agreement: Agreement,
    viewer: Viewer
): LeadLine[] {
    const format = formatFor(viewer);
    return rows.map(({ company = '', decision, id, mqlAt, name = snapshotEn.unnamed }) => {
        const kind = DECISION_KINDS.find((one) => one === decision);
        return {
            id,
            href: `/${id}`,
            name,
            company,
            mql: format.dateTime(Date.parse(mqlAt)),
            decision:
                kind === undefined ? snapshotEn.undecided : agreement.decision.labels[kind].label
        };
    });
}
