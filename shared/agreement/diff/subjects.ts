/** What people call a place in the agreement: "the response window “Demo request”". */
import type { Step } from './compare.ts';

/**
 * Whole phrases for places, items as `*`, whose labels are put in for {0}, {1} and so on. A place that is
 * not here is "its name of the place around it".
 */
const PHRASES: { readonly [place: string]: string } = {
    id: 'the name of the agreement',
    title: 'the title',
    version: 'the version',
    effectiveFrom: 'the first day',
    nextReview: 'the next review',
    reviewEvery: 'the time between two reviews',
    owner: 'the owner of the agreement',
    'signedBy.*': 'the signature of {0}',
    'signedBy.*.name': 'who signs as {0}',
    calendar: 'the calendar that counts where none is named',
    'calendars.*': 'the calendar {0}',
    'calendars.*.closed': 'the closed days of the calendar {0}',
    'calendars.*.week.mon': 'Monday in the calendar {0}',
    'calendars.*.week.tue': 'Tuesday in the calendar {0}',
    'calendars.*.week.wed': 'Wednesday in the calendar {0}',
    'calendars.*.week.thu': 'Thursday in the calendar {0}',
    'calendars.*.week.fri': 'Friday in the calendar {0}',
    'calendars.*.week.sat': 'Saturday in the calendar {0}',
    'calendars.*.week.sun': 'Sunday in the calendar {0}',
    'fields.*': 'the field {0}',
    'sources.*': 'the source {0}',
    'stages.*': 'the stage {0}',
    'signals.*': 'the signal {0}',
    sessionGap: 'the pause that ends a visit',
    icp: 'the ICP',
    'icp.*': 'the ICP’s line {0}',
    'icp.*.test': 'the ICP’s line {0}',
    'score.threshold': 'the threshold of the score',
    'score.fit': 'fit',
    'score.fit.max': 'the most that fit can give',
    'score.fit.rules.*': 'the fit rule {0}',
    'score.fit.rules.*.when.fact': 'the fit rule {0}',
    'score.fit.rules.*.when.fact.test': 'the fit rule {0}',
    'score.engagement': 'engagement',
    'score.engagement.max': 'the most that engagement can give',
    'score.engagement.rules.*': 'the engagement rule {0}',
    'score.engagement.rules.*.when.signal': 'the engagement rule {0}',
    'score.beside': 'the score shown beside',
    'mql.icp': 'whether an MQL must fit the ICP',
    'mql.score': 'whether an MQL must cross the threshold',
    mql: 'an MQL',
    'mql.signals': 'the signals of an MQL',
    'mql.signals.of': 'the signals of an MQL',
    'mql.signals.of.*': 'the MQL’s signal {0}',
    hot: 'what is called hot',
    'hot.*': 'the hot signal {0}',
    staleAfter: 'the age at which signals are called stale',
    routing: 'the assignment',
    'routing.within': 'the time to assign an MQL',
    'windows.*': 'the response window {0}',
    'windows.*.within': 'the response window {0}',
    'windows.*.when.any': 'what opens the response window {0}',
    'windows.*.when.any.*': '{1} as a start of the response window {0}',
    'windows.*.ladder': 'the ladder of the response window {0}',
    'windows.*.ladder.*': 'the step to {1} in the response window {0}',
    reassignment: 'the effect of a change of owner',
    coverage: 'cover for who is away',
    'coverage.by': 'who covers for who is away',
    'coverage.procedure': 'how cover comes about',
    attempts: 'the attempts',
    'attempts.channels': 'what counts as an attempt',
    'attempts.beforeUnresponsive': 'the attempts before “unresponsive”',
    'attempts.beforeUnresponsive.channels': 'the number of channels to try before “unresponsive”',
    'attempts.beforeUnresponsive.atLeast': 'the number of attempts before “unresponsive”',
    'attempts.planned': 'the planned attempts',
    'attempts.planned.atLeast': 'the number of planned attempts',
    decision: 'a decision',
    'decision.due': 'when a decision is due',
    'decision.due.*': 'the decision that is due after {0}',
    'decision.due.*.within': 'the time to decide after {0}',
    'decision.feedbackWithin': 'marketing’s time to answer a rejection',
    'decision.note.max': 'the longest note',
    'decision.labels.*': 'the decision {0}',
    'reasons.*': 'the reason {0}',
    'reasons.*.for': 'the decisions that the reason {0} is for',
    'reasons.*.evidence': 'what the reason {0} asks for',
    'reasons.*.details.*': 'the detail {1} of the reason {0}',
    'reasons.*.details.*.evidence': 'what the detail {1} of the reason {0} asks for',
    'metrics.*': 'the metric {0}',
    'metrics.*.target': 'the target of the metric {0}',
    'alarms.*': 'the alarm {0}',
    calibration: 'the calibration',
    'calibration.score': 'the time whose won leads the score is checked against',
    'calibration.icp': 'the time whose won leads the ICP is checked against',
    'calibration.signalsBefore':
        'the time before the first conversation that signals are looked at in',
    disputes: 'a dispute',
    'disputes.mayEscalate': 'who may escalate a dispute',
    'disputes.procedure': 'how a dispute is settled'
};

/** What a list's items are called, for "3 reasons added". */
const NOUNS: { readonly [place: string]: readonly [string, string] } = {
    signedBy: ['signature', 'signatures'],
    calendars: ['calendar', 'calendars'],
    fields: ['field', 'fields'],
    sources: ['source', 'sources'],
    stages: ['stage', 'stages'],
    signals: ['signal', 'signals'],
    icp: ['line of the ICP', 'lines of the ICP'],
    'score.fit.rules': ['fit rule', 'fit rules'],
    'score.engagement.rules': ['engagement rule', 'engagement rules'],
    windows: ['response window', 'response windows'],
    'windows.*.ladder': ['step', 'steps'],
    'decision.due': ['deadline', 'deadlines'],
    reasons: ['reason', 'reasons'],
    'reasons.*.details': ['detail', 'details'],
    metrics: ['metric', 'metrics'],
    alarms: ['alarm', 'alarms']
};

/** Keys whose own name says too little. */
const NAMES: { readonly [key: string]: string } = {
    name: 'name',
    on: 'signing date',
    zone: 'time zone',
    Lead: 'Salesforce value for leads',
    Contact: 'Salesforce value for contacts',
    salesforce: 'Salesforce side',
    hubspot: 'HubSpot side',
    leadStatus: 'HubSpot lead status',
    lifecycleStage: 'HubSpot lifecycle stage',
    leadStage: 'HubSpot lead stage',
    leadReason: 'HubSpot disqualification reason',
    halfLife: 'half-life',
    max: 'maximum',
    about: 'search words',
    kinds: 'kinds of behaviour',
    count: 'way of counting',
    atLeast: 'least number',
    within: 'time',
    warn: 'warning time before the end',
    starts: 'start',
    stops: 'end',
    test: 'test',
    any: 'alternatives',
    all: 'conditions',
    at: 'time',
    to: 'recipient',
    ask: 'question',
    smallestSample: 'smallest sample',
    below: 'lower bound',
    above: 'upper bound',
    months: 'number of months in a row',
    value: 'baseline',
    from: 'origin of the baseline',
    aliases: 'other names'
};

/** Steps that the name of what stands in them says already. */
const SAID = ['salesforce', 'hubspot'];
/** Steps that add nothing to what stands around them. */
const SILENT = ['when', 'fact', 'baseline', 'note', 'rules', 'in', 'contains', 'labels'];

export function placeOf(trail: readonly Step[]): string {
    return trail.map(({ key, item }) => (item ? '*' : key)).join('.');
}

export function subjectOf(trail: readonly Step[]): string {
    const phrase = PHRASES[placeOf(trail)];
    if (phrase !== undefined) return filled(phrase, trail);
    const last = trail[trail.length - 1];
    if (last === undefined) return 'the agreement';
    const isSaid = SAID.includes(trail[trail.length - 2]?.key ?? '');
    const around = trail.slice(0, isSaid ? -2 : -1);
    if (SILENT.includes(last.key) && around.length > 0) return subjectOf(around);
    const name = last.item ? `“${last.label}”` : `the ${NAMES[last.key] ?? inWords(last.key)}`;
    return around.length === 0 ? name : `${name} of ${subjectOf(around)}`;
}

/** "3 reasons", "1 detail of the reason “No need”"; null where the list has no word for its items. */
export function counted(trail: readonly Step[], count: number): string | null {
    const noun = NOUNS[placeOf(trail)]?.[count === 1 ? 0 : 1];
    if (noun === undefined) return null;
    const around = trail.slice(0, -1);
    const owner = around.some(({ item }) => item) ? ` of ${subjectOf(around)}` : '';
    return `${String(count)} ${noun}${owner}`;
}

function filled(phrase: string, trail: readonly Step[]): string {
    const labels = trail.filter(({ item }) => item).map(({ label }) => label);
    return phrase.replace(/\{(\d)\}/g, (_, i: string) => `“${labels[Number(i)] ?? ''}”`);
}

/** `smallestSample` to `smallest sample`. */
function inWords(key: string): string {
    return key.replace(/_/g, ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
