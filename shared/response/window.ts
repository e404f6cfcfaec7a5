import type { Agreement, ResponseWindow } from '../agreement/types.ts';
import type { Instant, Lead } from '../lead.ts';
import { evaluateSignal, signalContext } from '../score/signals.ts';

/**
 * The window in force for a hand-off at `at`: the first in the agreement's order that matches what
 * the person had done by then, so that a later page view moves no deadline (Q30–Q33).
 */
export function windowAt(lead: Lead, agreement: Agreement, at: Instant): ResponseWindow | null {
    const context = signalContext(lead, agreement, at);
    const matches = ({ when }: ResponseWindow): boolean =>
        when === null ||
        when.any.some((criterion) => evaluateSignal(context, criterion).state === 'met');
    return agreement.windows.find(matches) ?? null;
}
