/** Signals, score and MQL, and the criteria they are made of. */
import type { Meaning } from './meaning.ts';

export const signalKeys: { readonly [key: string]: Meaning } = {
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

export const scoreKeys: { readonly [key: string]: Meaning } = {
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
        means: 'API names of the fields in Salesforce.',
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

export const criterionKeys: { readonly [key: string]: Meaning } = {
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
