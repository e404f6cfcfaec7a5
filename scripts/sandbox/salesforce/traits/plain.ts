import type { OrgSetup } from './types.ts';

/** An org in which nobody has changed anything. */
export const PLAIN_SETUP: OrgSetup = {
    language: 'en_US',
    spareLicences: null,
    deployerPermissionSets: [],
    duplicateRules: [],
    personAccounts: false,
    currencies: null,
    countries: null,
    leadAssignee: null,
    validateConvertedLeads: true,
    sharing: {},
    lockedRows: new Set(),
    businessHoursZone: 'America/Los_Angeles',
    server: {}
};
