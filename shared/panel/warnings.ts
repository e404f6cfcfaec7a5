import type { PastDecision, Sequence } from '../lead.ts';
import type { DecisionState } from '../decision/types.ts';
import type { Score } from '../score/types.ts';
import type { Context } from './context.ts';
import { reasonText } from './decisionView.ts';
import { agoAside, line } from './line.ts';
import type { Line } from './types.ts';

const MINIMUM = ['name', 'email', 'company', 'title', 'employees', 'revenue'] as const;

/** What a rep must know before picking up the phone, the gravest first (Q11, Q22, Q26). */
export function warnings(context: Context, score: Score, state: DecisionState): Line[] {
    const { lead } = context;
    const foreign = lead.sequences.filter((sequence) => isForeign(sequence, context));
    const refused = state.earlier.filter(({ kind }) => kind === 'rejected' || kind === 'recycled');
    return [
        ...foreign.map((sequence, index) => sequenceLine(context, sequence, index)),
        ...refused.slice(-1).map((decision) => refusedLine(context, decision)),
        ...disagreement(context, score),
        ...stale(context, score),
        ...thin(context)
    ];
}

/** An active sequence of anybody but the record's owner. */
function isForeign({ active, by }: Sequence, { lead }: Context): boolean {
    return active && (by === null || by.id !== lead.owner?.id);
}

function sequenceLine(context: Context, { by, name, since }: Sequence, index: number): Line {
    const { words } = context;
    return line({
        id: `sequence-${index}`,
        text: words.warnings.sequence(name, by?.name ?? null),
        detail: words.warnings.sequenceDetail,
        ...(since === null ? {} : agoAside(since, context)),
        tone: 'bad'
    });
}

function refusedLine(context: Context, decision: PastDecision): Line {
    const { words } = context;
    const text =
        decision.kind === 'rejected'
            ? words.warnings.rejectedBefore
            : words.warnings.recycledBefore;
    return line({
        id: 'refused',
        text: text(decision.by ?? words.unknownPerson, reasonText(context, decision)),
        detail: decision.note,
        ...agoAside(decision.at, context),
        tone: 'warn'
    });
}

/** The CRM calls the person an MQL and the agreement, today, does not. */
function disagreement({ agreement, format, lead, words }: Context, score: Score): Line[] {
    if (lead.mqlAt === null || score.mql !== 'no') return [];
    const lines: Line[] = [];
    const add = (id: string, text: string) => lines.push(line({ id, text, tone: 'warn' }));
    if (agreement.mql.score && score.total < score.threshold) {
        add(
            'below',
            words.warnings.notMql(format.number(score.total), format.number(score.threshold))
        );
    }
    if (agreement.mql.icp && score.icp.state === 'not_met') {
        const failed = score.icp.results.filter(({ state }) => state === 'not_met');
        add('outside', words.warnings.notMqlIcp(failed.map(({ label }) => label)));
    }
    if (score.signals !== null && score.signals.met < score.signals.needed) {
        add('signals', words.warnings.notMqlSignals(score.signals.met, score.signals.needed));
    }
    return lines;
}

function stale(context: Context, score: Score): Line[] {
    const { format, lead, words } = context;
    if (score.stale === null || lead.mqlAt === null) return [];
    const ago = format.ago(score.stale.newestAt);
    return [line({ id: 'stale', text: words.warnings.stale(ago), tone: 'warn' })];
}

function thin({ lead, words }: Context): Line[] {
    const missing = MINIMUM.filter((field) => lead.facts[field] === null);
    const lines: Line[] = [];
    if (missing.length > 0) {
        const names = missing.map((field) => words.warnings.missing[field]);
        lines.push(line({ id: 'thin', text: words.warnings.thin(names), tone: 'warn' }));
    }
    if (lead.engagements.length === 0 && lead.totals === null) {
        lines.push(line({ id: 'nothing', text: words.warnings.nothing, tone: 'warn' }));
    }
    return lines;
}
