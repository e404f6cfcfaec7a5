/** What becomes `c/handoffCore`: of the core, the part that a Lightning web component uses. */
export {
    acceptanceMetric,
    acceptanceSince,
    answerFeedback,
    clockView,
    decide,
    leadFromSalesforce,
    leadPanel,
    salesforceAnswer,
    salesforceFields,
    salesforceWrite
} from '../../shared/browser.ts';
export type * from '../../shared/browser.ts';
export { agreement } from 'handoff:agreement';
