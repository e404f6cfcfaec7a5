/** Lead rows by the hundred, as an org has them after its server stamped them; the same for the same seed. */
import { makeId } from '../../scripts/sandbox/salesforce/ids.ts';
import { seeded } from '../../shared/acceptance/outcomes.testkit.ts';
import type { StampedLead } from '../../shared/acceptance/stampedOutcome.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import { sourceIn } from '../../shared/crm/facts.ts';
import { reasonLeaves } from '../../shared/decision/reasons.ts';
import { addOpenTime } from '../../shared/calendar/openTime.ts';
import type { Instant } from '../../shared/lead.ts';
import { calendarOf } from '../../shared/response/calendars.ts';
import { deadline, elapsedOn } from '../../shared/response/clock.ts';
import { specOf } from '../../shared/response/calendars.ts';
import { feedbackDueAt } from '../../shared/acceptance/feedback.ts';

export const ORG_NOW = Date.parse('2026-11-22T09:10:00Z');
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

type Values = { readonly [field: string]: string | number | boolean | null };
export interface GeneratedOrg {
    readonly [object: string]: readonly Values[];
    readonly UserRole: readonly Values[];
    readonly User: readonly Values[];
    readonly Lead: readonly Values[];
    readonly Campaign: readonly Values[];
    readonly CampaignMember: readonly Values[];
}

const REPS = ['Ana Ortiz', 'Ben Carter', 'Chloe Dubois', 'Dan Evans', 'Eve Fox', 'Femi Ade'];
const ROLES = ['Sales East', 'Sales West'];
const TITLES = ['VP Sales', 'Head of Ops', 'Student', 'Director, IT', 'Analyst', null];
const INDUSTRIES = ['Software', 'Retail', 'manufacturing', null];
const COUNTRIES = ['US', 'Germany', 'BR', null];
const CAMPAIGNS = ['Autumn webinar', 'Buyer’s guide', 'Trade show Chicago'];

/** @param count leads of the last year, most decided */
export function leadRows(agreement: Agreement, count: number, seed: number): GeneratedOrg {
    const random = seeded(seed);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const often = (chance: number): boolean => random() < chance;
    const text = (at: Instant | null): string | null =>
        at === null ? null : new Date(Math.floor(at / 1000) * 1000).toISOString();
    const sources = agreement.sources.flatMap(({ salesforce }) => salesforce);
    const leaves = reasonLeaves(agreement);
    const Lead: Values[] = [];
    const CampaignMember: Values[] = [];
    for (let i = 1; i <= count; i++) {
        const mqlAt = Math.floor((ORG_NOW - random() ** 1.5 * 330 * DAY) / MINUTE) * MINUTE;
        const rep = Math.floor(random() ** 1.5 * REPS.length);
        const calendar = calendarOf(agreement, agreement.calendar);
        const routed = often(0.97)
            ? addOpenTime(calendar, mqlAt, random() ** 3 * 200 * MINUTE)
            : null;
        const assignedAt =
            routed !== null && routed <= ORG_NOW ? Math.floor(routed / 1000) * 1000 : null;
        const window = pick(agreement.windows);
        const due = assignedAt === null ? null : deadline(agreement, window, assignedAt).dueAt;
        const tried =
            assignedAt !== null && often(0.93)
                ? addOpenTime(calendar, assignedAt, Math.floor(4 ** (random() * 5.5)) * MINUTE)
                : null;
        const attemptAt =
            tried !== null && tried <= ORG_NOW ? Math.floor(tried / 1000) * 1000 : null;
        const contactAt = attemptAt !== null && often(0.6) ? attemptAt : null;
        const minutes = (at: Instant | null): number | null =>
            at === null || assignedAt === null
                ? null
                : Math.floor(
                      elapsedOn(
                          { clock: window.clock, calendar: specOf(agreement, window.calendar) },
                          assignedAt,
                          at
                      ) / MINUTE
                  );
        const decide = (attemptAt ?? mqlAt + DAY) + random() ** 2 * 12 * DAY;
        const decidedAt = often(0.9) && decide <= ORG_NOW ? Math.floor(decide / 1000) * 1000 : null;
        const source = often(0.97) ? pick(sources) : null;
        const quality = 0.5 + (sources.indexOf(source ?? '') / sources.length) * 0.4;
        const kind =
            decidedAt === null
                ? null
                : often(quality)
                  ? pick(['accepted', 'qualified'])
                  : pick(['rejected', 'rejected', 'recycled']);
        const leaf =
            kind === 'rejected' || kind === 'recycled'
                ? pick(leaves.filter((one) => (one.for as readonly string[]).includes(kind)))
                : null;
        const feedbackDue =
            kind === 'rejected' && decidedAt !== null ? feedbackDueAt(decidedAt, agreement) : null;
        const answered =
            feedbackDue !== null && often(0.7) ? feedbackDue - random() ** 2 * 6 * DAY : null;
        const feedbackAt =
            answered !== null && answered <= ORG_NOW && decidedAt !== null
                ? Math.max(answered, decidedAt)
                : null;
        const id = makeId('00Q', 5000 + i);
        Lead.push({
            Id: id,
            FirstName: 'Lead',
            LastName: `Number ${i}`,
            Email: often(0.95) ? `lead${i}@example.com` : null,
            Title: pick(TITLES),
            Company: `Company ${i % 90}`,
            NumberOfEmployees: often(0.8) ? Math.floor(10 ** (1 + random() * 2.6)) : null,
            AnnualRevenue: often(0.6) ? Math.floor(10 ** (6 + random() * 2.5)) : null,
            Industry: pick(INDUSTRIES),
            Country: pick(COUNTRIES),
            LeadSource: source,
            Status: 'Open - Not Contacted',
            CreatedDate: text(mqlAt - DAY),
            IsConverted: kind === 'qualified' && often(0.6),
            OwnerId: makeId('005', 500 + rep),
            Handoff_Mql_At__c: text(mqlAt),
            Handoff_Assigned_At__c: text(assignedAt),
            Handoff_Assigned_To__c: assignedAt === null ? null : makeId('005', 500 + rep),
            Handoff_Window__c: assignedAt === null ? null : window.id,
            Handoff_Clock_Started_At__c: text(assignedAt),
            Handoff_Due_At__c: text(due),
            Handoff_First_Attempt_At__c: text(attemptAt),
            Handoff_First_Attempt_Minutes__c: minutes(attemptAt),
            Handoff_First_Contact_At__c: text(contactAt),
            Handoff_First_Contact_Minutes__c: minutes(contactAt),
            Handoff_Decision__c: kind,
            Handoff_Reason__c: leaf?.reason ?? null,
            Handoff_Reason_Detail__c: leaf?.detail ?? null,
            Handoff_Decided_At__c: text(decidedAt),
            Handoff_Feedback__c:
                feedbackAt === null ? null : pick(['agree', 'contest', 'fix_promised']),
            Handoff_Feedback_At__c: text(feedbackAt),
            Handoff_Feedback_Due_At__c: text(feedbackDue)
        });
        if (often(0.7)) {
            CampaignMember.push({
                Id: makeId('00v', 5000 + i),
                CampaignId: makeId('701', 500 + Math.floor(random() * CAMPAIGNS.length)),
                LeadId: id,
                HasResponded: true,
                Status: 'Responded',
                FirstRespondedDate: new Date(mqlAt - 3 * DAY).toISOString().slice(0, 10),
                CreatedDate: text(mqlAt - 4 * DAY)
            });
        }
    }
    return {
        UserRole: ROLES.map((Name, i) => ({ Id: makeId('00E', i + 1), Name })),
        User: REPS.map((name, i) => ({
            Id: makeId('005', 500 + i),
            FirstName: name.split(' ')[0] as string,
            LastName: name.split(' ')[1] as string,
            UserRoleId: makeId('00E', (i % ROLES.length) + 1)
        })),
        Campaign: CAMPAIGNS.map((Name, i) => ({
            Id: makeId('701', 500 + i),
            Name,
            NumberOfLeads: CampaignMember.filter(
                ({ CampaignId }) => CampaignId === makeId('701', 500 + i)
            ).length,
            NumberOfContacts: 0
        })),
        Lead,
        CampaignMember
    };
}

/** The same row as the core reads it. */
export function stampedLead(row: Values, rows: GeneratedOrg, agreement: Agreement): StampedLead {
    const at = (field: string): Instant | null =>
        row[field] === null ? null : Date.parse(String(row[field]));
    const value = <T>(field: string): T | null => row[field] as T | null;
    const rep = rows.User.find(({ Id }) => Id === row.Handoff_Assigned_To__c);
    const member = rows.CampaignMember.find(({ LeadId }) => LeadId === row.Id);
    const reason = value<string>('Handoff_Reason__c');
    const detail = value<string>('Handoff_Reason_Detail__c');
    return {
        id: String(row.Id),
        mqlAt: at('Handoff_Mql_At__c') as Instant,
        assignedAt: at('Handoff_Assigned_At__c'),
        window: value('Handoff_Window__c'),
        dueAt: at('Handoff_Due_At__c'),
        firstAttemptAt: at('Handoff_First_Attempt_At__c'),
        firstAttemptMinutes: value('Handoff_First_Attempt_Minutes__c'),
        firstContactAt: at('Handoff_First_Contact_At__c'),
        firstContactMinutes: value('Handoff_First_Contact_Minutes__c'),
        kind: value('Handoff_Decision__c'),
        decidedAt: at('Handoff_Decided_At__c'),
        reason: reason === null || detail === null ? reason : `${reason}.${detail}`,
        source: sourceIn(agreement, 'salesforce', value('LeadSource')),
        campaign:
            (rows.Campaign.find(({ Id }) => Id === member?.CampaignId)?.Name as string) ?? null,
        rep: rep ? `${rep.FirstName} ${rep.LastName}` : null,
        team: (rows.UserRole.find(({ Id }) => Id === rep?.UserRoleId)?.Name as string) ?? null,
        agreed: null,
        feedback: value('Handoff_Feedback__c'),
        feedbackAt: at('Handoff_Feedback_At__c'),
        feedbackDueAt: at('Handoff_Feedback_Due_At__c'),
        isConverted: row.IsConverted === true,
        facts: {
            name: `${row.FirstName} ${row.LastName}`,
            email: value('Email'),
            phone: null,
            title: value('Title'),
            company: value('Company'),
            employees: value('NumberOfEmployees'),
            revenue: value('AnnualRevenue'),
            industry: value('Industry'),
            country: value('Country')
        }
    };
}
