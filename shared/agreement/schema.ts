/** The shape of agreement.yaml: which keys there are and what each takes. What the parts mean together: checks/. */
import * as v from 'valibot';
import { CHANNELS, ENGAGEMENT_KINDS } from '../lead.ts';
import { criterion, hasKey, rule, signalCriterion } from './criterionSchema.ts';
import { alarm, metric } from './metricSchema.ts';
import {
    date,
    distinct,
    duration,
    flag,
    id,
    listOf,
    map,
    mapOf,
    number,
    numberFrom,
    oneOf,
    section,
    someOf,
    text,
    wholeFrom
} from './shape.ts';

const optional = v.optional;
/** An optional key that may also be left empty. */
const nullish = v.nullish;

/** The most characters that both CRMs keep whole in a field's history. */
export const LONGEST_NOTE = 255;

const dimension = map({
    max: numberFrom(0),
    halfLife: nullish(duration('time')),
    rules: mapOf(rule)
});

const salesforceObjects = map({ Lead: nullish(text), Contact: nullish(text) });
const spans = listOf(text);

const decisionLabel = section(
    'decision label',
    map({
        label: text,
        salesforce: optional(salesforceObjects),
        hubspot: optional(
            map({
                leadStatus: nullish(text),
                lifecycleStage: nullish(text),
                leadStage: nullish(text)
            })
        )
    })
);

const evidence = section(
    'evidence',
    v.lazy((input) => {
        if (hasKey(input, 'note')) return map({ note: text });
        if (hasKey(input, 'fact')) return map({ fact: text });
        return v.literal(
            'attempts',
            'must be { note: what to ask }, { fact: an ICP field }, or attempts'
        );
    })
);
export type WrittenEvidence = 'attempts' | { readonly note: string } | { readonly fact: string };

const detailEntries = {
    label: text,
    aliases: optional(listOf(text)),
    evidence: optional(listOf(evidence)),
    hubspot: optional(map({ leadReason: nullish(text) }))
};

const countedAttempts = { atLeast: wholeFrom(1), within: duration('business') };

const window = map({
    id,
    label: text,
    when: optional(someOf(signalCriterion)),
    within: duration('window'),
    clock: oneOf(['open', 'elapsed']),
    calendar: optional(text),
    starts: oneOf(['assigned', 'mql']),
    stops: oneOf(['attempt', 'contact']),
    warn: optional(duration('time')),
    ladder: optional(listOf(map({ at: duration('time'), to: id, label: text })))
});

export const agreementSchema = map({
    id: v.pipe(
        v.string('must be a name, such as acme-mql'),
        v.regex(
            /^[a-z0-9][a-z0-9_-]{0,79}$/,
            'must be lower-case letters, digits, - and _, such as acme-mql'
        )
    ),
    title: text,
    version: wholeFrom(1),
    effectiveFrom: date,
    nextReview: date,
    reviewEvery: duration('calendar'),
    owner: text,
    signedBy: listOf(map({ role: text, name: text, on: nullish(date) })),

    calendars: mapOf(
        map({
            zone: text,
            week: map({
                mon: optional(spans),
                tue: optional(spans),
                wed: optional(spans),
                thu: optional(spans),
                fri: optional(spans),
                sat: optional(spans),
                sun: optional(spans)
            }),
            closed: optional(listOf(text))
        })
    ),
    calendar: text,

    fields: optional(
        mapOf(map({ label: text, salesforce: optional(salesforceObjects), hubspot: nullish(text) }))
    ),
    sources: optional(
        mapOf(
            map({
                label: text,
                salesforce: optional(listOf(text)),
                hubspot: optional(listOf(text))
            })
        )
    ),
    stages: optional(
        mapOf(
            map({
                label: text,
                definition: text,
                criteria: optional(listOf(text)),
                owner: text,
                salesforce: optional(salesforceObjects),
                hubspot: nullish(text)
            })
        )
    ),
    signals: mapOf(
        map({
            label: text,
            kinds: distinct(oneOf(ENGAGEMENT_KINDS)),
            about: optional(listOf(text)),
            count: optional(oneOf(['engagements', 'visits', 'pages_in_visit']))
        })
    ),
    sessionGap: duration('time'),

    icp: optional(listOf(criterion)),
    score: map({
        threshold: number,
        fit: dimension,
        engagement: dimension,
        beside: optional(map({ salesforce: optional(salesforceObjects), hubspot: nullish(text) }))
    }),
    mql: map({
        icp: flag,
        score: flag,
        signals: nullish(
            map({ atLeast: wholeFrom(1), within: duration('time'), of: someOf(signalCriterion) })
        )
    }),
    hot: optional(listOf(map({ signal: text, within: duration('time') }))),
    staleAfter: duration('time'),

    routing: map({
        within: duration('time'),
        clock: oneOf(['open', 'elapsed']),
        calendar: optional(text)
    }),
    windows: someOf(window),
    reassignment: optional(oneOf(['restart', 'continue', 'split'])),
    coverage: nullish(map({ by: text, procedure: text })),
    attempts: map({
        channels: distinct(oneOf(CHANNELS)),
        beforeUnresponsive: map({ ...countedAttempts, channels: wholeFrom(1) }),
        planned: nullish(map(countedAttempts))
    }),

    decision: map({
        due: someOf(
            map({
                within: duration('business'),
                after: oneOf(['assigned', 'first_attempt', 'first_contact'])
            })
        ),
        feedbackWithin: duration('business'),
        note: map({ max: wholeFrom(1, LONGEST_NOTE) }),
        labels: map({
            accepted: decisionLabel,
            qualified: decisionLabel,
            recycled: decisionLabel,
            rejected: decisionLabel
        })
    }),
    reasons: mapOf(
        map({
            ...detailEntries,
            for: optional(distinct(oneOf(['rejected', 'recycled']))),
            details: optional(mapOf(map(detailEntries)))
        })
    ),

    metrics: mapOf(metric),
    alarms: optional(listOf(alarm)),
    calibration: nullish(
        map({
            score: duration('calendar'),
            icp: nullish(duration('calendar')),
            signalsBefore: nullish(duration('calendar'))
        })
    ),
    disputes: nullish(map({ mayEscalate: distinct(text), procedure: text }))
});

/** The agreement as written, once its shape is right. */
export type Written = v.InferOutput<typeof agreementSchema>;
