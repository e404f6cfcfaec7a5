/** Response, decision and reasons. */
import type { Meaning } from './meaning.ts';

export const responseKeys: { readonly [key: string]: Meaning } = {
    routing: { means: 'How fast an MQL gets an owner.', example: '{ within: PT2H, clock: open }' },
    'routing.within': { means: 'Time from MQL to owner.', example: 'PT2H' },
    'routing.clock': { means: 'Whether closed hours count (`elapsed`) or not.', example: 'open' },
    'routing.calendar': {
        means: 'Name of a calendar.',
        default: 'the agreement’s `calendar`',
        example: 'office'
    },
    windows: {
        means: 'Response times, in order: the first that matches at assignment applies.',
        example: '- id: standard'
    },
    'windows[].id': { means: 'Name of the window.', example: 'standard' },
    'windows[].label': { means: 'Its name on the panel.', example: 'Every other MQL' },
    'windows[].when': {
        means: 'Signals of which any must be there.',
        default: 'always matches',
        example: '- { signal: demo_request, within: P7D }'
    },
    'windows[].within': { means: 'Time to respond.', example: 'PT4H' },
    'windows[].clock': { means: 'Whether closed hours count (`elapsed`) or not.', example: 'open' },
    'windows[].calendar': {
        means: 'Name of a calendar.',
        default: 'the agreement’s `calendar`',
        example: 'office'
    },
    'windows[].starts': { means: 'What starts the clock.', example: 'assigned' },
    'windows[].stops': {
        means: 'What stops it: a first attempt, or a conversation.',
        example: 'attempt'
    },
    'windows[].warn': {
        means: '“Due soon” from this long before the deadline.',
        default: 'a quarter of `within`',
        example: 'PT30M'
    },
    'windows[].ladder': {
        means: 'Who is told of an overdue lead, and when.',
        default: 'nobody',
        example: '- { at: PT6H, to: manager, label: Manager }'
    },
    'windows[].ladder[].at': { means: 'Time since the clock started.', example: 'PT6H' },
    'windows[].ladder[].to': {
        means: '`owner`, `manager`, or a name of your own (a public group or role `Handoff_<name>` in Salesforce).',
        example: 'vp_sales'
    },
    'windows[].ladder[].label': { means: 'Name that is shown.', example: 'VP Sales' },
    reassignment: {
        means: 'What a new owner does to a running clock.',
        default: 'restart',
        example: 'continue'
    },
    coverage: {
        means: 'Who responds when a rep is away.',
        default: 'not agreed',
        example: '{ by: Diego Ramos, procedure: … }'
    },
    'coverage.by': { means: 'Who arranges it.', example: 'Diego Ramos, Sales Manager' },
    'coverage.procedure': { means: 'How, in words.', example: 'Diego reassigns new MQLs.' },
    attempts: { means: 'What counts as reaching out.', example: '{ channels: [call, email] }' },
    'attempts.channels': { means: 'Channels that count.', example: '[call, email, meeting]' },
    'attempts.beforeUnresponsive': {
        means: 'What “unresponsive” takes.',
        example: '{ atLeast: 3, within: 10bd, channels: 2 }'
    },
    'attempts.beforeUnresponsive.atLeast': { means: 'Number of attempts.', example: '3' },
    'attempts.beforeUnresponsive.within': { means: 'Within which time.', example: '10bd' },
    'attempts.beforeUnresponsive.channels': { means: 'Number of channels.', example: '2' },
    'attempts.planned': {
        means: 'The plan, shown as progress; never a gate.',
        default: 'no plan',
        example: '{ atLeast: 8, within: P21D }'
    },
    'attempts.planned.atLeast': { means: 'Number of attempts.', example: '8' },
    'attempts.planned.within': { means: 'Within which time.', example: 'P21D' }
};

const NO_STATUS = 'the CRM’s own status is left alone';

export const decisionKeys: { readonly [key: string]: Meaning } = {
    decision: { means: 'What sales decides, and by when.', example: 'feedbackWithin: 5bd' },
    'decision.due': {
        means: 'Deadlines for the decision; each counts for itself.',
        example: '- { within: 5bd, after: assigned }'
    },
    'decision.due[].within': { means: 'Time to decide.', example: '5bd' },
    'decision.due[].after': { means: 'What it is counted from.', example: 'first_attempt' },
    'decision.feedbackWithin': {
        means: 'Time in which marketing gives feedback to a rejection.',
        example: '5bd'
    },
    'decision.note': { means: 'The rep’s note.', example: '{ max: 255 }' },
    'decision.note.max': { means: 'Most characters.', example: '255' },
    'decision.labels': {
        means: 'What each decision is called and writes.',
        example: 'accepted: …'
    },
    'decision.labels.accepted': {
        means: 'Sales takes the lead on.',
        example: '{ label: Accepted }'
    },
    'decision.labels.qualified': {
        means: 'Sales found it worth selling to.',
        example: '{ label: Qualified }'
    },
    'decision.labels.recycled': {
        means: 'Back to marketing, for later.',
        example: '{ label: Recycled to nurture }'
    },
    'decision.labels.rejected': { means: 'Not a lead for sales.', example: '{ label: Rejected }' },
    'decision label: label': { means: 'Name on the panel.', example: 'Accepted' },
    'decision label: salesforce': {
        means: 'What Salesforce’s own status becomes.',
        default: NO_STATUS,
        example: '{ Lead: Working - Contacted }'
    },
    'decision label: salesforce.Lead': {
        means: 'API name of the Lead Status.',
        default: NO_STATUS,
        example: 'Working - Contacted'
    },
    'decision label: salesforce.Contact': {
        means: 'Value of the Contact’s status.',
        default: NO_STATUS,
        example: 'Active'
    },
    'decision label: hubspot': {
        means: 'What HubSpot’s own properties become.',
        default: NO_STATUS,
        example: '{ leadStatus: IN_PROGRESS }'
    },
    'decision label: hubspot.leadStatus': {
        means: 'Internal name of the option of Lead status.',
        default: NO_STATUS,
        example: 'IN_PROGRESS'
    },
    'decision label: hubspot.lifecycleStage': {
        means: 'Internal name of the lifecycle stage.',
        default: NO_STATUS,
        example: 'salesqualifiedlead'
    },
    'decision label: hubspot.leadStage': {
        means: 'Id of the pipeline stage of HubSpot’s open lead.',
        default: 'the lead is left alone',
        example: 'qualified-stage-id'
    }
};

export const reasonKeys: { readonly [key: string]: Meaning } = {
    reasons: { means: 'Why a lead is rejected or recycled.', example: 'no_budget: …' },
    'reasons.<name>.label': { means: 'Name in the picker.', example: 'No budget' },
    'reasons.<name>.aliases': {
        means: 'Other words that a search finds it by.',
        default: 'none',
        example: '[timing, not now]'
    },
    'reasons.<name>.evidence': {
        means: 'What the reason asks for.',
        default: 'nothing',
        example: '[{ note: Who decides instead? }]'
    },
    'reasons.<name>.hubspot': {
        means: 'What it is in HubSpot.',
        default: 'nothing',
        example: '{ leadReason: NOT_A_GOOD_FIT }'
    },
    'reasons.<name>.hubspot.leadReason': {
        means: 'Internal name of the lead’s disqualification reason.',
        default: 'none',
        example: 'NOT_A_GOOD_FIT'
    },
    'reasons.<name>.for': {
        means: 'Decisions it may be given for.',
        default: '[rejected]',
        example: '[rejected, recycled]'
    },
    'reasons.<name>.details': {
        means: 'A second level; where there is one, a detail is required.',
        default: 'none',
        example: 'company_size: { label: Wrong company size }'
    },
    'reasons.<name>.details.<name>.label': {
        means: 'Name in the picker.',
        example: 'Wrong persona'
    },
    'reasons.<name>.details.<name>.aliases': {
        means: 'Other words that a search finds it by.',
        default: 'none',
        example: '[wrong role]'
    },
    'reasons.<name>.details.<name>.evidence': {
        means: 'What the detail asks for.',
        default: 'nothing',
        example: '[{ fact: title }]'
    },
    'reasons.<name>.details.<name>.hubspot': {
        means: 'What it is in HubSpot.',
        default: 'that of its reason',
        example: '{ leadReason: NOT_A_GOOD_FIT }'
    },
    'reasons.<name>.details.<name>.hubspot.leadReason': {
        means: 'Internal name of the lead’s disqualification reason.',
        default: 'that of its reason',
        example: 'NOT_A_GOOD_FIT'
    },
    'evidence: note': {
        means: 'A note; what to ask the rep for.',
        example: 'Who decides instead?'
    },
    'evidence: fact': {
        means: 'A fact of the record, which is shown, and flagged when it contradicts the reason.',
        example: 'employees'
    }
};
