/** Outcomes by the hundred thousand, the same for the same seed: for tests, parity and the bench. */
import type { Agreement } from '../agreement/types.ts';
import { reasonLeaves } from '../decision/reasons.ts';
import type { Instant } from '../lead.ts';
import { responseMetrics } from './answers.ts';
import { FEEDBACK_KINDS } from './outcomeTypes.ts';
import type { LeadOutcome } from './outcomeTypes.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** An undecided lead of which nothing is known, but for what is given. */
export function anOutcome(parts: Partial<LeadOutcome> & Pick<LeadOutcome, 'mqlAt'>): LeadOutcome {
    return {
        id: null,
        decidedAt: null,
        kind: null,
        reason: null,
        source: null,
        campaign: null,
        rep: null,
        team: null,
        window: null,
        routingMinutes: null,
        responseMinutes: null,
        inTime: null,
        answers: [],
        contradicts: null,
        agreed: null,
        feedback: null,
        feedbackInTime: null,
        complete: null,
        stalled: null,
        stalledSince: null,
        ...parts
    };
}

/** Numbers in [0, 1) from a seed (mulberry32). */
export function seeded(seed: number): () => number {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}

/**
 * Leads of one year up to `now`, as a team would have them: most decided, some never answered, sources and
 * reps that fare differently, a value here and there that nobody knows.
 *
 * @param count how many, lazily
 * @param seed the same seed gives the same leads
 */
export function* generatedOutcomes(
    agreement: Agreement,
    count: number,
    seed: number,
    now: Instant
): Generator<LeadOutcome, void, undefined> {
    const random = seeded(seed);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const often = (chance: number): boolean => random() < chance;
    const sources = agreement.sources.map(({ id }) => id);
    const leaves = reasonLeaves(agreement);
    const metrics = responseMetrics(agreement);
    for (let i = 0; i < count; i++) {
        const mqlAt = Math.floor((now - random() * 365 * DAY) / MINUTE) * MINUTE;
        const source = often(0.98) ? pick(sources) : null;
        const rep = Math.floor(random() ** 2 * 40);
        const isRouted = often(0.99);
        const isAnswered = isRouted && often(0.93);
        // Many within minutes, a long tail over days.
        const responseMinutes = isAnswered ? Math.floor(5 ** (random() * 5.4)) : null;
        const decideAfter = (responseMinutes ?? 60) * MINUTE + random() ** 3 * 20 * DAY;
        const decidedAt = often(0.9) && mqlAt + decideAfter <= now ? mqlAt + decideAfter : null;
        const quality = 0.4 + ((sources.indexOf(source ?? '') + 1) / (sources.length + 1)) * 0.45;
        const kind =
            decidedAt === null
                ? null
                : often(quality)
                  ? often(0.35)
                      ? 'qualified'
                      : 'accepted'
                  : often(0.3)
                    ? 'recycled'
                    : 'rejected';
        const leaf =
            kind === 'rejected' || kind === 'recycled'
                ? pick(leaves.filter((one) => one.for.includes(kind)))
                : null;
        const isChecked = leaf?.evidence.some(({ kind: asked }) => asked !== 'note') ?? false;
        const isOver = now - mqlAt > 7 * DAY;
        const inTime =
            responseMinutes !== null ? responseMinutes <= 240 : isOver && isRouted ? false : null;
        const feedbackInTime = kind === 'rejected' && isOver ? often(0.7) : null;
        const stalled =
            kind !== null || !isOver
                ? null
                : !isRouted
                  ? 'routing'
                  : responseMinutes === null
                    ? 'response'
                    : 'decision';
        yield {
            id: `L${String(i).padStart(8, '0')}`,
            mqlAt,
            decidedAt,
            kind,
            reason: leaf !== null && often(0.99) ? leaf.code : null,
            source,
            campaign: often(0.8) ? `Campaign ${1 + Math.floor(random() ** 2 * 120)}` : null,
            rep: isRouted ? `Rep ${rep + 1}` : null,
            team: isRouted ? `Team ${(rep % 4) + 1}` : null,
            window: isRouted ? pick(agreement.windows).id : null,
            routingMinutes: isRouted ? Math.floor(random() ** 4 * 600) : null,
            responseMinutes,
            inTime,
            answers: metrics.map(({ within }) =>
                responseMinutes === null
                    ? isOver && isRouted
                        ? false
                        : null
                    : responseMinutes * MINUTE <= ('ms' in within ? within.ms : 3 * DAY)
            ),
            contradicts: isChecked && often(0.9) ? often(0.25) : null,
            agreed: often(0.95) ? often(0.9) : null,
            feedback: feedbackInTime === null ? null : often(0.8) ? pick(FEEDBACK_KINDS) : null,
            feedbackInTime,
            complete: often(0.93),
            stalled,
            stalledSince: stalled === null ? null : mqlAt + 7 * DAY
        };
    }
}
