/** The document itself, its calendars, and what both CRMs call by different names. */
import type { Meaning } from './meaning.ts';

const calendarDay = (day: string): Meaning => ({
    means: `Spans of open time on ${day}, in the calendar's zone. A span may cross midnight.`,
    default: 'closed all day',
    example: '[09:00-12:00, 13:00-17:00]'
});

const IN_SALESFORCE = 'API names of the fields in Salesforce.';

export const documentKeys: { readonly [key: string]: Meaning } = {
    id: {
        means: 'Name of the agreement: lower-case letters, digits, - and _.',
        example: 'acme-mql'
    },
    title: { means: 'Title on the printed page.', example: 'Marketing–sales agreement' },
    version: { means: 'Raise it with every change; both CRMs show it.', example: '2' },
    effectiveFrom: { means: 'First day on which it is in force.', example: '2026-10-01' },
    nextReview: { means: 'When both sides look at it next.', example: '2027-04-01' },
    reviewEvery: { means: 'How often it is reviewed.', example: 'P6M' },
    owner: { means: 'Who keeps the document and the measurement.', example: 'Priya Nair, RevOps' },
    signedBy: { means: 'Who signed.', example: '[{ role: CMO, name: Jonas Weber }]' },
    'signedBy[].role': { means: 'Role of the person.', example: 'CMO' },
    'signedBy[].name': { means: 'Name of the person.', example: 'Jonas Weber' },
    'signedBy[].on': {
        means: 'Day of the signature.',
        default: 'not signed yet',
        example: '2026-09-24'
    }
};

export const calendarKeys: { readonly [key: string]: Meaning } = {
    calendars: { means: 'When people work. Each has a name of your choice.', example: 'office: …' },
    'calendars.<name>.zone': { means: 'IANA time zone.', example: 'America/New_York' },
    'calendars.<name>.week': {
        means: 'Open time by weekday.',
        example: '{ mon: [09:00-17:00] }'
    },
    'calendars.<name>.week.mon': calendarDay('Mondays'),
    'calendars.<name>.week.tue': calendarDay('Tuesdays'),
    'calendars.<name>.week.wed': calendarDay('Wednesdays'),
    'calendars.<name>.week.thu': calendarDay('Thursdays'),
    'calendars.<name>.week.fri': calendarDay('Fridays'),
    'calendars.<name>.week.sat': calendarDay('Saturdays'),
    'calendars.<name>.week.sun': calendarDay('Sundays'),
    'calendars.<name>.closed': {
        means: 'Holidays: closed all day.',
        default: 'none',
        example: '[2026-12-25]'
    },
    calendar: { means: 'The calendar that is used where none is named.', example: 'office' }
};

export const crmKeys: { readonly [key: string]: Meaning } = {
    fields: {
        means: 'Facts beyond the built-in ones (name, email, phone, title, company, employees, revenue, industry, country), and where each CRM keeps them.',
        default: 'none',
        example: 'region: { label: Region, hubspot: region }'
    },
    'fields.<name>.label': { means: 'Its name on the panel.', example: 'Region' },
    'fields.<name>.salesforce': {
        means: IN_SALESFORCE,
        default: 'not known in Salesforce',
        example: '{ Lead: Region__c }'
    },
    'fields.<name>.salesforce.Lead': {
        means: 'Field of the Lead.',
        default: 'not known on Leads',
        example: 'Region__c'
    },
    'fields.<name>.salesforce.Contact': {
        means: 'Field of the Contact.',
        default: 'not known on Contacts',
        example: 'Region__c'
    },
    'fields.<name>.hubspot': {
        means: 'Internal name of the contact property in HubSpot.',
        default: 'not known in HubSpot',
        example: 'region'
    },
    sources: {
        means: 'Lead sources that both CRMs call by different names.',
        default: 'each CRM’s own names',
        example: 'organic_search: …'
    },
    'sources.<name>.label': { means: 'The name that is shown.', example: 'Organic search' },
    'sources.<name>.salesforce': {
        means: 'Values of Lead Source.',
        default: 'none',
        example: '[Organic Search, Web]'
    },
    'sources.<name>.hubspot': {
        means: 'Values of Original source (`hs_analytics_source`).',
        default: 'none',
        example: '[ORGANIC_SEARCH]'
    },
    stages: {
        means: 'The stages of a lead, in order, and who is responsible for each.',
        default: 'none',
        example: 'mql: …'
    },
    'stages.<name>.label': { means: 'Name of the stage.', example: 'MQL' },
    'stages.<name>.definition': {
        means: 'What it means, in one sentence.',
        example: 'A lead that fits the ICP.'
    },
    'stages.<name>.criteria': {
        means: 'What must be true, in words.',
        default: 'none',
        example: '[Budget is there or can be found]'
    },
    'stages.<name>.owner': { means: 'Who is responsible.', example: 'Marketing' },
    'stages.<name>.salesforce': {
        means: 'Lead Status that goes with it.',
        default: 'none',
        example: '{ Lead: Open - Not Contacted }'
    },
    'stages.<name>.salesforce.Lead': {
        means: 'API name of the Lead Status.',
        default: 'none',
        example: 'Open - Not Contacted'
    },
    'stages.<name>.salesforce.Contact': {
        means: 'Value of the Contact’s status.',
        default: 'none',
        example: 'Active'
    },
    'stages.<name>.hubspot': {
        means: 'Internal name of the lifecycle stage.',
        default: 'none',
        example: 'marketingqualifiedlead'
    }
};
