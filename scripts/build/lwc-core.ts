/** What becomes `c/handoffCore`: of the core, the part that a Lightning web component uses. */
export {
    acceptanceMetric,
    acceptanceSince,
    clockView,
    decide,
    leadFromSalesforce,
    leadPanel,
    salesforceFields,
    salesforceWrite
} from '../../shared/browser.ts';
export type * from '../../shared/browser.ts';
export { agreement } from 'handoff:agreement';
