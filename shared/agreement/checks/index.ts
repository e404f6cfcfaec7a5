import type { Finding } from '../finding.ts';
import type { Draft } from '../read.ts';
import type { Written } from '../schema.ts';
import { checkAlarms } from './alarms.ts';
import { checkAttempts } from './attempts.ts';
import { checkCalendars } from './calendars.ts';
import type { Check } from './check.ts';
import { checkCriteria } from './criteria.ts';
import { checkDocument } from './document.ts';
import { checkLeads } from './leads.ts';
import { checkMetrics } from './metrics.ts';
import { checkReasons } from './reasons.ts';
import { checkScore } from './score.ts';
import { checkSignals } from './signals.ts';
import { checkSources } from './sources.ts';
import { checkStages } from './stages.ts';
import { checkWindowOrder } from './windowOrder.ts';
import { checkWindows } from './windows.ts';

const CHECKS: readonly Check[] = [
    checkDocument,
    checkCalendars,
    checkSources,
    checkStages,
    checkSignals,
    checkCriteria,
    checkScore,
    checkWindows,
    checkWindowOrder,
    checkAttempts,
    checkReasons,
    checkLeads,
    checkMetrics,
    checkAlarms
];

/** Everything that makes no sense in what could be read of an agreement. */
export function checkAgreement(
    draft: Draft<Written>,
    unread: readonly Finding[]
): readonly Finding[] {
    const broken = (...path: Finding['path']): boolean =>
        unread.some((finding) => path.every((part, i) => finding.path[i] === part));
    return CHECKS.flatMap((check) => check({ draft, broken }));
}
