/** What each key of agreement.yaml means. Keys of a recurring part are written `part: key`. */

/** Default: what is used when the key is left out. A required key has none. */
export interface Meaning {
    readonly means: string;
    readonly default?: string;
    readonly example: string;
}

const calendarDay = (day: string): Meaning => ({
    means: `Spans of open time on ${day}, in the calendar's zone. A span may cross midnight.`,
    default: 'closed all day',
    example: '[09:00-12:00, 13:00-17:00]'
});

const IN_SALESFORCE = 'API names of the fields in Salesforce.';
const NO_STATUS = 'the CRM’s own status is left alone';

const documentKeys = {
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

const calendarKeys = {
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

const crmKeys = {
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

const signalKeys = {
    signals: { means: 'What people do that means something.', example: 'pricing: …' },
    'signals.<name>.label': { means: 'Its name on the panel.', example: 'Pricing page' },
    'signals.<name>.kinds': { means: 'Kinds of engagement that count.', example: '[page_view]' },
    'signals.<name>.about': {
        means: 'Text that title or URL must contain, any of them, upper or lower case.',
        default: 'every engagement of the kinds',
        example: '[/pricing, pricing]'
    },
    'signals.<name>.count': {
        means: 'What is counted: each engagement, visits, or pages within one visit.',
        default: 'engagements',
        example: 'visits'
    },
    sessionGap: { means: 'A pause as long as this ends a visit.', example: 'PT30M' }
};

const scoreKeys = {
    icp: {
        means: 'Who we sell to; every line must be met.',
        default: 'everybody',
        example: '- { label: Company size 50–500, field: employees, between: [50, 500] }'
    },
    score: { means: 'How points come about.', example: 'threshold: 60' },
    'score.threshold': { means: 'Points from which a lead is an MQL.', example: '60' },
    'score.fit': { means: 'Points for who they are.', example: '{ max: 40, rules: … }' },
    'score.fit.max': { means: 'Most points that fit gives.', example: '40' },
    'score.fit.halfLife': {
        means: 'Points halve with each such time; fit usually has none.',
        default: 'no decay',
        example: 'P45D'
    },
    'score.fit.rules': { means: 'Rules by name.', example: 'size: …' },
    'score.engagement': { means: 'Points for what they did.', example: '{ max: 60, rules: … }' },
    'score.engagement.max': { means: 'Most points that engagement gives.', example: '60' },
    'score.engagement.halfLife': {
        means: 'Points halve with each such time since the last evidence.',
        default: 'no decay',
        example: 'P45D'
    },
    'score.engagement.rules': { means: 'Rules by name.', example: 'demo_request: …' },
    'score.beside': {
        means: 'A CRM’s own score, shown beside ours where they differ.',
        default: 'none',
        example: '{ hubspot: hubspotscore }'
    },
    'score.beside.salesforce': {
        means: IN_SALESFORCE,
        default: 'none',
        example: '{ Lead: Score__c }'
    },
    'score.beside.salesforce.Lead': {
        means: 'Field of the Lead.',
        default: 'none',
        example: 'Score__c'
    },
    'score.beside.salesforce.Contact': {
        means: 'Field of the Contact.',
        default: 'none',
        example: 'Score__c'
    },
    'score.beside.hubspot': {
        means: 'Internal name of the contact property.',
        default: 'none',
        example: 'hubspotscore'
    },
    mql: { means: 'What makes a lead an MQL.', example: '{ icp: true, score: true }' },
    'mql.icp': { means: 'Whether the ICP must be met.', example: 'true' },
    'mql.score': { means: 'Whether the threshold must be reached.', example: 'true' },
    'mql.signals': {
        means: 'How many of a list of signals must be there.',
        default: 'none needed',
        example: '{ atLeast: 2, within: P30D, of: … }'
    },
    'mql.signals.atLeast': { means: 'How many of the list.', example: '2' },
    'mql.signals.within': { means: 'Within which time before now.', example: 'P30D' },
    'mql.signals.of': { means: 'The list.', example: '- { signal: pricing, atLeast: 2 }' },
    hot: {
        means: 'What makes a lead urgent; any of them.',
        default: 'nothing',
        example: '- { signal: pricing, within: PT24H }'
    },
    'hot[].signal': { means: 'Name of a signal.', example: 'pricing' },
    'hot[].within': { means: 'Within which time before now.', example: 'PT24H' },
    staleAfter: { means: 'Signals older than this are called stale.', example: 'P30D' }
};

const responseKeys = {
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

const decisionKeys = {
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

const reasonKeys = {
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

const measureKeys = {
    metrics: { means: 'What both sides watch.', example: 'acceptance: …' },
    'metric: label': { means: 'Its name.', example: 'Acceptance rate' },
    'metric: kind': {
        means: 'A share of decisions, or of responses in time.',
        default: 'decision',
        example: 'response'
    },
    'metric: period': { means: 'The time it covers, back from now.', example: 'P90D' },
    'metric: smallestSample': {
        means: 'Below this many leads there is not enough data.',
        example: '20'
    },
    'metric: target': { means: 'What it should be, as a share.', default: 'none', example: '0.7' },
    'metric: baseline': {
        means: 'What it was before.',
        default: 'not known',
        example: '{ value: 0.13, from: Report of August }'
    },
    'metric: baseline.value': { means: 'The share.', example: '0.13' },
    'metric: baseline.from': {
        means: 'Where it comes from.',
        example: 'HubSpot report “MQL to SQL”'
    },
    'metric: numerator': { means: 'Decisions that count.', example: '[accepted, qualified]' },
    'metric: denominator': { means: 'What they are a share of.', example: 'decided' },
    'metric: cohort': { means: 'Which date puts a lead into the period.', example: 'mql_date' },
    'metric: within': { means: 'Response time that counts as in time.', example: 'PT24H' },
    'metric: clock': { means: 'Whether closed hours count (`elapsed`) or not.', example: 'open' },
    'metric: calendar': {
        means: 'Name of a calendar.',
        default: 'the agreement’s `calendar`',
        example: 'office'
    },
    'metric: starts': { means: 'What starts the clock.', example: 'assigned' },
    'metric: stops': { means: 'What stops it.', example: 'attempt' },
    alarms: {
        means: 'When a metric calls for action.',
        default: 'none',
        example: '- { metric: acceptance, below: 0.6, … }'
    },
    'alarms[].metric': { means: 'Name of a metric.', example: 'acceptance' },
    'alarms[].below': {
        means: 'Alarm below this share.',
        default: 'no lower bound',
        example: '0.6'
    },
    'alarms[].above': {
        means: 'Alarm above this share.',
        default: 'no upper bound',
        example: '0.35'
    },
    'alarms[].months': { means: 'Months in a row before it counts.', default: '1', example: '2' },
    'alarms[].action': { means: 'What to do.', example: 'Review the ICP' },
    'alarms[].owner': { means: 'Who does it.', example: 'CMO and VP Sales' },
    calibration: {
        means: 'Which won leads the definitions are checked against.',
        default: 'not agreed',
        example: '{ score: P90D, icp: P1Y }'
    },
    'calibration.score': { means: 'Leads won in this time, for the score.', example: 'P90D' },
    'calibration.icp': {
        means: 'Leads won in this time, for the ICP.',
        default: 'that of `score`',
        example: 'P1Y'
    },
    'calibration.signalsBefore': {
        means: 'Signals in this time before the first conversation.',
        default: 'signals up to the MQL date',
        example: 'P30D'
    },
    disputes: {
        means: 'How the two sides settle a dispute.',
        default: 'not agreed',
        example: '{ mayEscalate: [CMO], procedure: … }'
    },
    'disputes.mayEscalate': { means: 'Who may escalate.', example: '[CMO, VP Sales]' },
    'disputes.procedure': { means: 'How, in words.', example: 'RevOps decides by this text.' }
};

const testKeys = (part: string): { readonly [key: string]: Meaning } =>
    Object.fromEntries(
        Object.entries({
            field: { means: 'A fact: a built-in one, or one of `fields`.', example: 'employees' },
            between: {
                means: 'The number lies in this range, ends included.',
                example: '[50, 500]'
            },
            atLeast: { means: 'The number is this or more.', example: '50' },
            atMost: { means: 'The number is this or less.', example: '500' },
            in: {
                means: 'The text is one of these, upper or lower case.',
                example: '[US, Canada]'
            },
            contains: {
                means: 'The text contains one of these as whole words.',
                example: '[VP, Director]'
            },
            is: { means: 'The value is this.', example: 'true' },
            known: { means: 'There is a value (`true`), or none.', example: 'true' },
            any: { means: 'One of these criteria must be met.', example: '[{ … }, { … }]' },
            all: { means: 'All of these criteria must be met.', example: '[{ … }, { … }]' }
        }).map(([key, meaning]) => [
            `${part}: ${key}`,
            key === 'field' || key === 'any' || key === 'all'
                ? meaning
                : { ...meaning, default: 'another test' }
        ])
    );

const criterionKeys = {
    'criterion: label': { means: 'Its name on the panel.', example: 'Company size 50–500' },
    ...testKeys('criterion'),
    'score rule: label': { means: 'Its name on the panel.', example: 'Company size in range' },
    'score rule: points': { means: 'Points; fewer than none take away.', example: '12' },
    ...testKeys('score rule'),
    'score rule: signal': {
        means: 'Name of a signal, in rules of engagement.',
        example: 'pricing'
    },
    'score rule: atLeast': {
        means: 'With `signal`: how often. With `field`: the number is this or more.',
        default: '1 with `signal`',
        example: '2'
    },
    'score rule: within': {
        means: 'With `signal`: within which time before now.',
        default: 'ever',
        example: 'P30D'
    },
    'signal criterion: label': {
        means: 'Its name on the panel.',
        default: 'that of the signal',
        example: 'Pricing page 2+ times'
    },
    'signal criterion: signal': { means: 'Name of a signal.', example: 'pricing' },
    'signal criterion: atLeast': { means: 'How often.', default: '1', example: '2' },
    'signal criterion: within': {
        means: 'Within which time before now.',
        default: 'that of the list, or ever',
        example: 'P7D'
    }
};

export const MEANINGS: { readonly [key: string]: Meaning } = {
    ...documentKeys,
    ...calendarKeys,
    ...crmKeys,
    ...signalKeys,
    ...scoreKeys,
    ...responseKeys,
    ...decisionKeys,
    ...reasonKeys,
    ...measureKeys,
    ...criterionKeys
};
