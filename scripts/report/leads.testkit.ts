/** Leads by the million as an export holds them, the same for the same seed: for tests and the bench. */
import { seeded } from '../../shared/acceptance/outcomes.testkit.ts';
import type { StampedLead } from '../../shared/acceptance/stampedOutcome.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import { reasonLeaves } from '../../shared/decision/reasons.ts';
import type { DecisionKind, Instant } from '../../shared/lead.ts';
import { addOpenTime } from '../../shared/calendar/openTime.ts';
import { calendarOf } from '../../shared/response/calendars.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const COUNTRIES = ['US', 'DE', 'Brazil', 'GB'];
const TITLES = ['VP Marketing', 'Head of Growth', 'Student', 'Engineer'];
const INDUSTRIES = ['Software', 'Manufacturing', 'Agriculture'];

/** Leads of one year up to `now`: most answered and decided, a value here and there that nobody knows. */
export function* generatedLeads(
    agreement: Agreement,
    count: number,
    seed: number,
    now: Instant
): Generator<StampedLead, void, undefined> {
    const random = seeded(seed);
    const often = (chance: number): boolean => random() < chance;
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const leaves = reasonLeaves(agreement);
    const sources = agreement.sources.map(({ id }) => id);
    const calendar = calendarOf(agreement, agreement.calendar);
    const past = (at: Instant): Instant | null => (at <= now ? at : null);
    for (let i = 0; i < count; i++) {
        const mqlAt = Math.floor((now - random() * 365 * DAY) / 1000) * 1000;
        const rep = Math.floor(random() ** 2 * 40) + 1;
        const assignedAt = often(0.98)
            ? past(mqlAt + Math.floor(random() ** 4 * 600) * MINUTE)
            : null;
        const window = assignedAt === null ? null : pick(agreement.windows);
        const within = window !== null && 'ms' in window.within ? window.within.ms : DAY;
        const answeredAt =
            assignedAt !== null && often(0.93)
                ? past(assignedAt + Math.floor(5 ** (random() * 5.8)) * MINUTE)
                : null;
        const decided = (answeredAt ?? assignedAt ?? mqlAt) + Math.floor(random() ** 3 * 20 * DAY);
        const decidedAt = assignedAt !== null && often(0.9) ? past(decided) : null;
        const kind: DecisionKind | null =
            decidedAt === null
                ? null
                : often(0.4 + (rep % 5) / 10)
                  ? pick(['accepted', 'accepted', 'qualified'])
                  : pick(['rejected', 'rejected', 'recycled']);
        const isAway = kind === 'rejected' || kind === 'recycled';
        const isAnswered = kind === 'rejected' && decidedAt !== null && often(0.6);
        yield {
            id: `L${String(i).padStart(8, '0')}`,
            mqlAt,
            assignedAt,
            window: window?.id ?? null,
            dueAt: assignedAt === null ? null : addOpenTime(calendar, assignedAt, within),
            firstAttemptAt: answeredAt,
            firstAttemptMinutes: null,
            firstContactAt: answeredAt !== null && often(0.5) ? answeredAt : null,
            firstContactMinutes: null,
            kind,
            decidedAt,
            reason: isAway ? pick(leaves.filter((leaf) => leaf.for.includes(kind))).code : null,
            source: often(0.98) ? pick(sources) : null,
            campaign: often(0.8) ? `Campaign ${1 + Math.floor(random() ** 2 * 120)}` : null,
            rep: assignedAt === null ? null : `Rep ${rep}`,
            team: assignedAt === null ? null : `Team ${(rep % 4) + 1}`,
            agreed: often(0.95) ? often(0.9) : null,
            feedback: isAnswered ? pick(['agree', 'contest', 'fix_promised']) : null,
            feedbackAt: isAnswered ? past((decidedAt ?? 0) + Math.floor(random() * 9 * DAY)) : null,
            feedbackDueAt: null,
            isConverted: kind === 'qualified',
            facts: {
                name: `Person ${i}`,
                email: `p${i}@example.com`,
                phone: null,
                title: pick(TITLES),
                company: `Company ${i % 5000}`,
                employees: often(0.95) ? 10 + Math.floor(random() * 900) : null,
                revenue: often(0.5) ? Math.floor(random() * 2e8) : null,
                industry: pick(INDUSTRIES),
                country: pick(COUNTRIES)
            }
        };
    }
}

/** The columns of an export by Salesforce's own names, in the order of `recordOf`. */
export const HEADER = [
    ...['Id', 'Handoff_Mql_At__c', 'Handoff_Assigned_At__c', 'Handoff_Window__c'],
    ...['Handoff_Due_At__c', 'Handoff_First_Attempt_At__c', 'Handoff_First_Contact_At__c'],
    ...['Handoff_Decision__c', 'Handoff_Decided_At__c', 'Handoff_Reason__c'],
    ...['Handoff_Reason_Detail__c', 'LeadSource', 'Campaign', 'Handoff_Assigned_To__r.Name'],
    ...['Handoff_Team__c', 'Agreed MQL', 'Handoff_Feedback__c', 'Handoff_Feedback_At__c'],
    ...['IsConverted', 'Name', 'Email', 'Title', 'Company', 'NumberOfEmployees'],
    ...['AnnualRevenue', 'Industry', 'Country']
];

/** A lead as a row of an export. */
export function recordOf(lead: StampedLead): string[] {
    const time = (at: Instant | null): string => (at === null ? '' : new Date(at).toISOString());
    const [reason = '', detail = ''] = (lead.reason ?? '').split('.');
    const { facts } = lead;
    const fact = (name: string): string => String(facts?.[name] ?? '');
    return [
        ...[lead.id ?? '', time(lead.mqlAt), time(lead.assignedAt), lead.window ?? ''],
        ...[time(lead.dueAt), time(lead.firstAttemptAt), time(lead.firstContactAt)],
        ...[lead.kind ?? '', time(lead.decidedAt), reason, detail, lead.source ?? ''],
        ...[lead.campaign ?? '', lead.rep ?? '', lead.team ?? '', yesNo(lead.agreed)],
        ...[lead.feedback ?? '', time(lead.feedbackAt), String(lead.isConverted)],
        ...['name', 'email', 'title', 'company', 'employees', 'revenue'].map(fact),
        ...['industry', 'country'].map(fact)
    ];
}

function yesNo(value: boolean | null): string {
    return value === null ? '' : value ? 'yes' : 'no';
}
