/** Leads as a Salesforce org keeps them. */
import { makeId } from '../../scripts/sandbox/salesforce/ids.ts';
import type { SeedRows } from '../../scripts/sandbox/salesforce/store.ts';
import { feedbackDueAt } from '../../shared/acceptance/feedback.ts';
import type { StampedLead } from '../../shared/acceptance/stampedOutcome.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import type { Instant } from '../../shared/lead.ts';
import { deadline } from '../../shared/response/clock.ts';

const DAY = 86_400_000;

type Values = { readonly [field: string]: unknown };

/** Records that say of each lead what it says, and the reps, roles and campaigns that they name. */
export function orgOf(leads: Iterable<StampedLead>, agreement: Agreement): SeedRows {
    const roles = new Map<string, Values>();
    const users = new Map<string, Values>();
    const campaigns = new Map<string, Values>();
    const idIn = (rows: Map<string, Values>, name: string, make: (n: number) => Values): string => {
        const row = rows.get(name) ?? make(rows.size + 1);
        rows.set(name, row);
        return String(row.Id);
    };
    const Lead: Values[] = [];
    const CampaignMember: Values[] = [];
    for (const lead of leads) {
        const n = Lead.length + 1;
        const Id = makeId('00Q', 100_000 + n);
        const { rep, team } = lead;
        const UserRoleId =
            team === null ? null : idIn(roles, team, (i) => ({ Id: makeId('00E', i), Name: team }));
        const owner =
            rep === null
                ? null
                : idIn(users, rep, (i) => ({
                      Id: makeId('005', 1000 + i),
                      LastName: rep,
                      UserRoleId
                  }));
        Lead.push({
            ...leadValues(lead, agreement),
            Id,
            OwnerId: owner,
            Handoff_Assigned_To__c: owner
        });
        const { campaign } = lead;
        if (campaign === null) continue;
        CampaignMember.push({
            Id: makeId('00v', n),
            CampaignId: idIn(campaigns, campaign, (i) => ({
                Id: makeId('701', i),
                Name: campaign,
                NumberOfLeads: 0,
                NumberOfContacts: 0
            })),
            LeadId: Id,
            HasResponded: true,
            FirstRespondedDate: new Date(lead.mqlAt - 2 * DAY).toISOString().slice(0, 10)
        });
    }
    return {
        UserRole: [...roles.values()],
        User: [...users.values()],
        Campaign: [...campaigns.values()],
        Lead,
        CampaignMember
    };
}

function leadValues(lead: StampedLead, agreement: Agreement): Values {
    const window = agreement.windows.find(({ id }) => id === lead.window);
    const start = window?.starts === 'mql' ? lead.mqlAt : lead.assignedAt;
    const dueAt = window && start !== null ? deadline(agreement, window, start).dueAt : null;
    const isRejected = lead.kind === 'rejected' && lead.decidedAt !== null;
    const [reason = null, detail = null] = lead.reason?.split('.') ?? [];
    const source = agreement.sources.find(({ id }) => id === lead.source)?.salesforce[0];
    const { company, country, email, employees, industry, name, revenue, title } = lead.facts ?? {};
    return {
        LastName: name ?? null,
        Company: company ?? null,
        Email: email ?? null,
        Title: title ?? null,
        NumberOfEmployees: employees ?? null,
        AnnualRevenue: revenue ?? null,
        Industry: industry ?? null,
        Country: country ?? null,
        LeadSource: source ?? lead.source,
        IsConverted: lead.isConverted,
        Handoff_Mql_At__c: iso(lead.mqlAt),
        Handoff_Assigned_At__c: iso(lead.assignedAt),
        Handoff_Window__c: lead.window,
        Handoff_Due_At__c: iso(dueAt),
        Handoff_First_Attempt_At__c: iso(lead.firstAttemptAt),
        Handoff_First_Attempt_Minutes__c: lead.firstAttemptMinutes,
        Handoff_First_Contact_At__c: iso(lead.firstContactAt),
        Handoff_First_Contact_Minutes__c: lead.firstContactMinutes,
        Handoff_Decision__c: lead.kind,
        Handoff_Reason__c: reason,
        Handoff_Reason_Detail__c: detail,
        Handoff_Decided_At__c: iso(lead.decidedAt),
        Handoff_Feedback__c: lead.feedback,
        Handoff_Feedback_At__c: iso(lead.feedbackAt),
        Handoff_Feedback_Due_At__c: iso(
            isRejected ? feedbackDueAt(lead.decidedAt, agreement) : null
        )
    };
}

function iso(at: Instant | null): string | null {
    return at === null ? null : new Date(at).toISOString();
}
