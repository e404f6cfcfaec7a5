import type { Agreement, ScoreDimension } from '../agreement/types.ts';
import type { Instant, Lead } from '../lead.ts';
import { causesOf } from './causes.ts';
import { evaluateCriterion } from './criterion.ts';
import { scoreLines, sumLines } from './dimension.ts';
import type { ScoredLine } from './dimension.ts';
import { startOf } from './lookback.ts';
import { evaluateSignal, signalContext } from './signals.ts';
import type { SignalContext, SignalEvidence } from './signals.ts';
import { allOf } from './state.ts';
import { crossingState, dropsOf } from './threshold.ts';
import type { Dimension, Score, State } from './types.ts';

/**
 * Scores a person at an instant by the agreement: each rule with its evidence, the ICP line by line, the
 * signals, and whether all of that makes an MQL (Q02–Q09, Q23–Q26). Later engagements do not count.
 */
export function scoreLead(lead: Lead, agreement: Agreement, now: Instant): Score {
    const { score, mql } = agreement;
    const context = signalContext(lead, agreement, now);
    const fitLines = scoreLines(score.fit, context);
    const engagementLines = scoreLines(score.engagement, context);
    const fit = dimensionOf(fitLines, score.fit);
    const engagement = dimensionOf(engagementLines, score.engagement);
    const total = fit.points + engagement.points;

    const icpResults = agreement.icp.map((criterion) => evaluateCriterion(criterion, lead.facts));
    const icp = { state: allOf(icpResults.map(({ state }) => state)), results: icpResults };
    const evidence = (mql.signals?.of ?? []).map((criterion) =>
        evaluateSignal(context, criterion, mql.signals?.within)
    );
    const signals = signalsOf(evidence, agreement);
    const state = allOf([
        mql.icp ? icp.state : 'met',
        mql.score ? crossingState(fitLines, engagementLines, agreement) : 'met',
        mql.signals ? atLeast(evidence, mql.signals.atLeast) : 'met'
    ]);
    const answer = ({ met: 'yes', not_met: 'no', unknown: 'unknown' } as const)[state];
    return {
        total,
        threshold: score.threshold,
        fit,
        engagement,
        icp,
        signals,
        mql: answer,
        causes: causesOf(fitLines, engagementLines),
        drops: dropsOf(fitLines, engagementLines, agreement),
        stale: staleOf([...engagementLines, ...evidence], context),
        hot: hotOf(context)
    };
}

function dimensionOf(lines: readonly ScoredLine[], { max }: ScoreDimension): Dimension {
    const shown = lines.map(({ seen: _, ...line }) => line);
    return { ...sumLines(lines, max), max, lines: shown };
}

function signalsOf(evidence: readonly SignalEvidence[], { mql }: Agreement): Score['signals'] {
    if (mql.signals === null) return null;
    const results = evidence.map(({ seen: _, ...result }) => result);
    const met = results.filter(({ state }) => state === 'met').length;
    return { met, needed: mql.signals.atLeast, within: mql.signals.within, results };
}

function atLeast(results: readonly { readonly state: State }[], needed: number): State {
    const having = (state: State): number => results.filter((one) => one.state === state).length;
    if (having('met') >= needed) return 'met';
    return having('met') + having('unknown') >= needed ? 'unknown' : 'not_met';
}

/** When the latest engagement that met anything is older than agreed (Q26). */
function staleOf(
    met: readonly Pick<SignalEvidence, 'state' | 'seen'>[],
    { agreement, now }: SignalContext
): Score['stale'] {
    const newestAt = met
        .filter(({ state }) => state === 'met')
        .flatMap(({ seen }) => seen.slice(-1))
        .reduce((newest, { engagement }) => Math.max(newest, engagement.at), -Infinity);
    const isOld = newestAt > -Infinity && newestAt < startOf(agreement.staleAfter, now, agreement);
    return isOld ? { newestAt } : null;
}

/** The first of the agreement's marks of high priority that the person shows (Q25). */
function hotOf(context: SignalContext): Score['hot'] {
    for (const { signal, within } of context.agreement.hot) {
        const named = context.agreement.signals.find(({ id }) => id === signal);
        const label = named?.label ?? signal;
        const { newest } = evaluateSignal(context, { signal, label, atLeast: 1, within });
        if (newest) return { signal, label, at: newest.at };
    }
    return null;
}
