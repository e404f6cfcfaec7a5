/** What becomes `c/handoffAcceptanceCore`: of the core, what only the overview and the campaign's badge use. */
export { acceptanceMetric, acceptanceSince } from '../../shared/acceptance/acceptance.ts';
export { parseFilters } from '../../shared/acceptance/filters.ts';
export { defaultPeriod, parsePeriod } from '../../shared/acceptance/period.ts';
export {
    snapshotGroups,
    snapshotHead,
    snapshotRequest
} from '../../shared/crm/salesforce/snapshot.ts';
export { campaignBadge, tooManyMembers } from '../../shared/panel/campaignBadge.ts';
export { leadLines } from '../../shared/panel/leadLines.ts';
export { headNotes, snapshotPanel } from '../../shared/panel/overview/snapshotPanel.ts';
export { snapshotEn as snapshotWords } from '../../shared/panel/words/snapshotEn.ts';
export type * from '../../shared/browser.ts';
export type * from '../../shared/crm/salesforce/snapshot.ts';
export type { LeadLine, LeadRow } from '../../shared/panel/leadLines.ts';
export type { CampaignBadge, DecisionTotal } from '../../shared/panel/campaignBadge.ts';
export { agreement } from 'handoff:agreement';
