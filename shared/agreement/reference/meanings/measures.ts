/** Metrics, alarms, and how the agreement stays true. */
import type { Meaning } from './meaning.ts';

export const measureKeys: { readonly [key: string]: Meaning } = {
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
