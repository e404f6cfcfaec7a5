/** The seven sections of the agreement (Q16): what both sides sign, from the very file that both CRMs run. */
import { lengthWords } from '../../../../shared/agreement/lengthWords.ts';
import type { Agreement, ScoreDimension } from '../../../../shared/agreement/types.ts';
import { html, joined, list, type Html } from './html.ts';
import { salesSection } from './salesSection.ts';
import {
    alarmWords,
    criterionWords,
    dateWords,
    metricWords,
    shareWords,
    signalWords,
    weekWords
} from './words.ts';

export interface Section {
    readonly title: string;
    readonly body: readonly Html[];
}

export function sections(agreement: Agreement): readonly Section[] {
    return [
        { title: 'Definitions', body: definitions(agreement) },
        { title: 'What marketing does', body: marketing(agreement) },
        { title: 'What sales does', body: salesSection(agreement) },
        { title: 'What both measure', body: metrics(agreement) },
        { title: 'Escalation and disputes', body: escalation(agreement) },
        { title: 'Review', body: review(agreement) },
        { title: 'Sign-off', body: signatures(agreement) }
    ];
}

function definitions(agreement: Agreement): Html[] {
    const { stages, icp, mql, score } = agreement;
    return [
        ...(stages.length === 0
            ? []
            : [
                  html`<dl>
                      ${stages.map(
                          ({ label, definition, criteria, owner }) => html`
                              <div>
                                  <dt>${label}</dt>
                                  <dd>
                                      ${definition}
                                      ${criteria.length === 0 ? '' : `${criteria.join('; ')}.`}
                                      <i>${owner}</i>
                                  </dd>
                              </div>
                          `
                      )}
                  </dl>`
              ]),
        ...(icp.length === 0
            ? []
            : [
                  html`<h3>Who we sell to (ICP): all of these</h3>`,
                  list(
                      icp.map((line) => html`${line.label} <small>${criterionWords(line)}</small>`)
                  )
              ]),
        html`<h3>An MQL: all of these</h3>`,
        list([
            ...(mql.icp ? [html`fits the ICP`] : []),
            ...(mql.score ? [html`scores ${score.threshold} or more`] : []),
            ...(mql.signals === null
                ? []
                : [
                      html`did at least ${mql.signals.atLeast} of these in
                      ${lengthWords(mql.signals.within)}:
                      ${mql.signals.of
                          .map((one) => signalWords(one, agreement, mql.signals?.within))
                          .join('; ')}`
                  ])
        ]),
        html`<p>
            <b>Score.</b> Fit, at most ${score.fit.max}: ${rules(score.fit)} Engagement, at most
            ${score.engagement.max}: ${rules(score.engagement)}
        </p>`
    ];
}

function rules({ rules: all, halfLife }: ScoreDimension): string {
    const points = all.map(
        ({ label, points: given }) => `${label} ${String(given).replace('-', '−')}`
    );
    const decay = halfLife === null ? '' : `; halved every ${lengthWords(halfLife)}`;
    return points.length === 0 ? 'none.' : `${points.join(', ')}${decay}.`;
}

function marketing(agreement: Agreement): Html[] {
    const { routing, decision, staleAfter } = agreement;
    const clock = routing.clock === 'open' ? ' of working time' : '';
    return [
        list([
            html`hands over MQLs only, with what they did, why now and their score`,
            html`has each assigned within ${lengthWords(routing.within)}${clock}`,
            html`calls signals older than ${lengthWords(staleAfter)} stale`,
            html`answers each rejection within ${lengthWords(decision.feedbackWithin)}`
        ])
    ];
}

function metrics(agreement: Agreement): Html[] {
    return [
        html`<table>
            <thead>
                <tr>
                    <th>Metric</th>
                    <th>Period, sample</th>
                    <th>Baseline</th>
                    <th>Target</th>
                </tr>
            </thead>
            <tbody>
                ${agreement.metrics.map(
                    (metric) => html`
                        <tr>
                            <td>
                                ${metric.label} <small>${metricWords(metric, agreement)}</small>
                            </td>
                            <td>${lengthWords(metric.period)}, ${metric.smallestSample}+</td>
                            <td>${shareWords(metric.baseline?.value ?? null)}</td>
                            <td>${shareWords(metric.target)}</td>
                        </tr>
                    `
                )}
            </tbody>
        </table>`
    ];
}

function escalation({ windows, alarms, metrics: all, disputes }: Agreement): Html[] {
    const ladders = windows.filter(({ ladder }) => ladder.length > 0);
    return [
        list([
            ...ladders.map(
                ({ label, ladder }) =>
                    html`<b>${label}</b> unanswered:
                        ${ladder.map((step) => `${step.label} after ${lengthWords(step.at)}`).join(', ')}`
            ),
            ...alarms.map((alarm) => {
                const metric = all.find(({ id }) => id === alarm.metric);
                return html`<b>${metric?.label ?? alarm.metric} ${alarmWords(alarm)}:</b>
                    ${alarm.action} <i>${alarm.owner}</i>`;
            })
        ]),
        ...(disputes === null
            ? []
            : [
                  html`<p>
                      <b>Disputes.</b> ${disputes.procedure} May escalate:
                      ${disputes.mayEscalate.join(', ')}.
                  </p>`
              ])
    ];
}

function review({
    owner,
    reviewEvery,
    nextReview,
    calibration,
    calendars,
    calendar
}: Agreement): Html[] {
    const hours = Object.entries(calendars).map(([id, spec]) => {
        const name = id === calendar ? 'Working time' : `Working time “${id}”`;
        const days = spec.closed.map((day) => html`<time>${day}</time>`);
        const closed = days.length === 0 ? '' : html`; closed on ${joined(days, ', ')}`;
        return html`${name}: ${weekWords(spec)}, ${spec.zone.replace(/_/g, ' ')}${closed}`;
    });
    const checked =
        calibration === null
            ? []
            : [
                  html`score checked against the leads won in the last
                  ${lengthWords(calibration.score)}${
                      calibration.icp === null
                          ? ''
                          : `, the ICP against ${lengthWords(calibration.icp)}`
                  }${
                      calibration.signalsBefore === null
                          ? ''
                          : `, by what they did in the ${lengthWords(calibration.signalsBefore)} before their first conversation`
                  }`
              ];
    return [
        list([
            html`every ${lengthWords(reviewEvery)}, next by ${dateWords(nextReview)}; kept and
            measured by ${owner}`,
            ...checked,
            ...hours
        ])
    ];
}

function signatures({ signedBy, effectiveFrom }: Agreement): Html[] {
    return [
        html`<p>In force from ${dateWords(effectiveFrom)}.</p>`,
        html`<div class="signatures">
            ${signedBy.map(
                ({ role, name, on }) => html`
                    <div>
                        <span class="line"></span>
                        <b>${name}</b>, ${role}<br />
                        ${on === null ? 'Date:' : `Signed on ${dateWords(on)}`}
                    </div>
                `
            )}
        </div>`
    ];
}
