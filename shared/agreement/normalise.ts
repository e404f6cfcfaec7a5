import { contentHash } from './hash.ts';
import { formatDuration } from './duration.ts';
import { duration, listed, timeOrNull } from './fill.ts';
import { metricOf } from './normaliseMetric.ts';
import { criterionOf, dimension } from './normaliseScore.ts';
import type { WrittenSignalCriterion } from './normaliseScore.ts';
import type { Written, WrittenEvidence } from './schema.ts';
import type * as A from './types.ts';

/** "Due soon" is the last quarter of a window whose `warn` is not given. */
const WARN_SHARE = 1 / 4;

type Salesforce = A.Agreement['fields'][number]['salesforce'];
type WrittenDetail = Pick<Written['reasons'][string], 'label' | 'aliases' | 'evidence' | 'hubspot'>;

/** Fills in what the author left out and turns maps into lists, in the author's order. */
export function normalise(written: Written): A.Agreement {
    const { score, mql, routing, attempts, decision } = written;
    const calendar = written.calendar;
    const signal = (
        criterion: WrittenSignalCriterion,
        within: string | null = null
    ): A.SignalCriterion => ({
        signal: criterion.signal,
        label: criterion.label ?? written.signals[criterion.signal]?.label ?? criterion.signal,
        atLeast: criterion.atLeast ?? 1,
        within: timeOrNull(criterion.within ?? within)
    });
    const content: Omit<A.Agreement, 'hash'> = {
        id: written.id,
        title: written.title,
        version: written.version,
        effectiveFrom: written.effectiveFrom,
        nextReview: written.nextReview,
        reviewEvery: duration(written.reviewEvery),
        owner: written.owner,
        signedBy: written.signedBy.map(({ role, name, on }) => ({ role, name, on: on ?? null })),
        calendars: Object.fromEntries(
            Object.entries(written.calendars).map(([id, { zone, week, closed }]) => [
                id,
                { zone, week: defined(week) as A.CalendarSpec['week'], closed: closed ?? [] }
            ])
        ),
        calendar,
        fields: listed(written.fields, ({ label, salesforce: names, hubspot }) => ({
            label,
            salesforce: salesforce(names),
            hubspot: hubspot ?? null
        })),
        sources: listed(written.sources, ({ label, salesforce: names, hubspot }) => ({
            label,
            salesforce: names ?? [],
            hubspot: hubspot ?? []
        })),
        stages: listed(written.stages, ({ salesforce: names, hubspot, criteria, ...stage }) => ({
            ...stage,
            criteria: criteria ?? [],
            salesforce: salesforce(names),
            hubspot: hubspot ?? null
        })),
        signals: listed(written.signals, ({ label, kinds, about, count }) => ({
            label,
            kinds,
            about: about ?? [],
            count: count ?? 'engagements'
        })),
        sessionGap: duration(written.sessionGap),
        icp: (written.icp ?? []).map((criterion) => criterionOf(criterion, '')),
        score: {
            threshold: score.threshold,
            fit: dimension(score.fit, signal),
            engagement: dimension(score.engagement, signal),
            beside: {
                salesforce: salesforce(score.beside?.salesforce),
                hubspot: score.beside?.hubspot ?? null
            }
        },
        mql: {
            icp: mql.icp,
            score: mql.score,
            signals: mql.signals
                ? {
                      atLeast: mql.signals.atLeast,
                      within: duration(mql.signals.within),
                      of: mql.signals.of.map((criterion) => signal(criterion, mql.signals?.within))
                  }
                : null
        },
        hot: (written.hot ?? []).map(({ signal: id, within }) => ({
            signal: id,
            within: duration(within)
        })),
        staleAfter: duration(written.staleAfter),
        routing: {
            within: duration(routing.within),
            clock: routing.clock,
            calendar: routing.calendar ?? calendar
        },
        windows: written.windows.map((window) => {
            const within = duration(window.within);
            return {
                id: window.id,
                label: window.label,
                when: window.when
                    ? { any: window.when.map((criterion) => signal(criterion)) }
                    : null,
                within,
                clock: window.clock,
                calendar: window.calendar ?? calendar,
                starts: window.starts,
                stops: window.stops,
                warn: window.warn === undefined ? defaultWarn(within) : duration(window.warn),
                ladder: (window.ladder ?? []).map(({ at, to, label }) => ({
                    at: duration(at),
                    to,
                    label
                }))
            };
        }),
        reassignment: written.reassignment ?? 'restart',
        coverage: written.coverage ?? null,
        attempts: {
            channels: attempts.channels,
            beforeUnresponsive: {
                atLeast: attempts.beforeUnresponsive.atLeast,
                within: duration(attempts.beforeUnresponsive.within),
                channels: attempts.beforeUnresponsive.channels
            },
            planned: attempts.planned
                ? { atLeast: attempts.planned.atLeast, within: duration(attempts.planned.within) }
                : null
        },
        decision: {
            due: decision.due.map(({ within, after }) => ({ within: duration(within), after })),
            feedbackWithin: duration(decision.feedbackWithin),
            note: { max: decision.note.max },
            labels: {
                accepted: decisionLabel(decision.labels.accepted),
                qualified: decisionLabel(decision.labels.qualified),
                recycled: decisionLabel(decision.labels.recycled),
                rejected: decisionLabel(decision.labels.rejected)
            }
        },
        reasons: Object.entries(written.reasons).map(([code, reason]) => ({
            code,
            ...detail(reason),
            for: reason.for ?? ['rejected'],
            details: Object.entries(reason.details ?? {}).map(([inner, part]) => ({
                code: inner,
                ...detail(part)
            }))
        })),
        metrics: listed(written.metrics, (metric) => metricOf(metric, calendar)),
        alarms: (written.alarms ?? []).map(({ metric, below, above, months, action, owner }) => ({
            metric,
            below: below ?? null,
            above: above ?? null,
            months: months ?? 1,
            action,
            owner
        })),
        calibration: written.calibration
            ? {
                  score: duration(written.calibration.score),
                  icp: timeOrNull(written.calibration.icp ?? null),
                  signalsBefore: timeOrNull(written.calibration.signalsBefore ?? null)
              }
            : null,
        disputes: written.disputes ?? null
    };
    return { ...content, hash: contentHash(content) };
}

function defaultWarn(within: A.Duration): A.Duration {
    const ms = 'ms' in within ? Math.floor((within.ms * WARN_SHARE) / 1000) * 1000 : 0;
    return { ms, text: formatDuration(ms) };
}

function defined<T extends object>(object: T): T {
    return Object.fromEntries(
        Object.entries(object).filter(([, value]) => value !== undefined)
    ) as T;
}

function salesforce(
    names: { Lead?: string | null | undefined; Contact?: string | null | undefined } | undefined
): Salesforce {
    return { Lead: names?.Lead ?? null, Contact: names?.Contact ?? null };
}

function decisionLabel(
    written: Written['decision']['labels']['accepted']
): A.Agreement['decision']['labels']['accepted'] {
    return {
        label: written.label,
        salesforce: salesforce(written.salesforce),
        hubspot: {
            leadStatus: written.hubspot?.leadStatus ?? null,
            lifecycleStage: written.hubspot?.lifecycleStage ?? null,
            leadStage: written.hubspot?.leadStage ?? null
        }
    };
}

function detail({
    label,
    aliases,
    evidence,
    hubspot
}: WrittenDetail): Omit<A.Reason['details'][number], 'code'> {
    return {
        label,
        aliases: aliases ?? [],
        evidence: (evidence ?? []).map(evidenceOf),
        hubspot: { leadReason: hubspot?.leadReason ?? null }
    };
}

function evidenceOf(written: WrittenEvidence): A.Evidence {
    if (written === 'attempts') return { kind: 'attempts' };
    return 'note' in written
        ? { kind: 'note', ask: written.note }
        : { kind: 'fact', field: written.fact };
}
