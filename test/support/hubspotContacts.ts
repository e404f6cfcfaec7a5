/** Leads as a HubSpot portal keeps them. */
import type { StampedLead } from '../../shared/acceptance/stampedOutcome.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import { FEEDBACK, HANDOFF, OWNER, SOURCE, STAMP } from '../../shared/crm/hubspot/names.ts';
import type { HubSpotOwner } from '../../shared/crm/hubspot/records.ts';

interface Portal {
    readonly others: readonly { readonly properties: { readonly [name: string]: string } }[];
    readonly owners: readonly HubSpotOwner[];
}

/** Contacts that say of each lead what it says, and the owners that they name. */
export function portalOf(leads: Iterable<StampedLead>, agreement: Agreement): Portal {
    const owners = new Map<string, HubSpotOwner>();
    const ownerOf = ({ rep, team }: StampedLead): string => {
        if (rep === null) return '';
        const known = owners.get(rep)?.id;
        if (known !== undefined) return known;
        const id = String(71_000_000 + owners.size);
        const teams = team === null ? [] : [{ id: team, name: team, primary: true }];
        owners.set(rep, { id, firstName: rep, teams });
        return id;
    };
    const others = [...leads].map((lead) => ({
        properties: contactProperties(lead, ownerOf(lead), agreement)
    }));
    return { others, owners: [...owners.values()] };
}

function contactProperties(
    lead: StampedLead,
    owner: string,
    agreement: Agreement
): { readonly [name: string]: string } {
    const [reason = '', detail = ''] = (lead.reason ?? '').split('.');
    const source = agreement.sources.find(({ id }) => id === lead.source)?.hubspot[0];
    const { company, country, email, employees, industry, name, revenue, title } = lead.facts ?? {};
    const values = {
        hs_v2_date_entered_marketingqualifiedlead: iso(lead.mqlAt),
        [OWNER]: owner,
        [SOURCE]: source ?? lead.source,
        hs_analytics_last_touch_converting_campaign: lead.campaign,
        [HANDOFF.decision]: lead.kind,
        [HANDOFF.decidedAt]: iso(lead.decidedAt),
        [HANDOFF.reason]: reason,
        [HANDOFF.detail]: detail,
        [STAMP.assignedAt]: iso(lead.assignedAt),
        [STAMP.window]: lead.window,
        [STAMP.dueAt]: iso(lead.dueAt),
        [STAMP.firstAttemptAt]: iso(lead.firstAttemptAt),
        [STAMP.firstAttemptMinutes]: lead.firstAttemptMinutes,
        [STAMP.firstContactAt]: iso(lead.firstContactAt),
        [STAMP.firstContactMinutes]: lead.firstContactMinutes,
        [FEEDBACK.answer]: lead.feedback,
        [FEEDBACK.at]: iso(lead.feedbackAt),
        [FEEDBACK.dueAt]: iso(lead.feedbackDueAt),
        lastname: name,
        email,
        jobtitle: title,
        company,
        numemployees: employees,
        annualrevenue: revenue,
        industry,
        country
    };
    return Object.fromEntries(
        Object.entries(values).map(([key, value]) => [key, String(value ?? '')])
    );
}

function iso(at: number | null): string | null {
    return at === null ? null : new Date(at).toISOString();
}
