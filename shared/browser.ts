/** What a CRM's user interface needs of the core: everything but reading the agreement's YAML. */
export { acceptance, acceptanceMetric, acceptanceSince } from './acceptance/acceptance.ts';
export { addOpenTime, openCalendar, openSpans, openTime } from './calendar/index.ts';
export { leadFromHubSpot } from './crm/hubspot/lead.ts';
export { hubspotProperties } from './crm/hubspot/properties.ts';
export { hubspotWrite } from './crm/hubspot/write.ts';
export { salesforceFields } from './crm/salesforce/fields.ts';
export { leadFromSalesforce } from './crm/salesforce/lead.ts';
export { salesforceWrite } from './crm/salesforce/write.ts';
export { decide } from './decision/decide.ts';
export { reasonsFor } from './decision/reasons.ts';
export { clockView } from './panel/clockView.ts';
export { leadPanel } from './panel/leadPanel.ts';
export { responseClock } from './response/clock.ts';
export { scoreLead } from './score/score.ts';

export type * from './acceptance/outcomeTypes.ts';
export type * from './acceptance/overviewTypes.ts';
export type * from './agreement/types.ts';
export type * from './crm/hubspot/records.ts';
export type * from './crm/salesforce/records.ts';
export type * from './decision/types.ts';
export type * from './issue.ts';
export type * from './lead.ts';
export type * from './panel/overviewTypes.ts';
export type * from './panel/types.ts';
