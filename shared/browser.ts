/** What a CRM's user interface needs of the core: everything but reading the agreement's YAML. */
export { acceptance, acceptanceSince } from './acceptance/acceptance.ts';
export { openCalendar } from './calendar/calendar.ts';
export { addOpenTime, openSpans, openTime } from './calendar/openTime.ts';
export { leadFromHubSpot } from './crm/hubspot/lead.ts';
export { leadFromSalesforce } from './crm/salesforce/lead.ts';
export { decide } from './decision/decide.ts';
export { reasonsFor } from './decision/reasons.ts';
export { clockView } from './panel/clockView.ts';
export { leadPanel } from './panel/leadPanel.ts';
export { responseClock } from './response/clock.ts';
export { scoreLead } from './score/score.ts';

export type { Agreement } from './agreement/types.ts';
export type { Issue } from './issue.ts';
export type { Lead } from './lead.ts';
export type * from './panel/types.ts';
