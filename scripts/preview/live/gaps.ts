/** What a panel cannot show of an org that lacks some of Handoff's fields. */
import { FEEDBACK, HANDOFF } from '../../../shared/crm/salesforce/names.ts';
import type { SalesforceRecords } from '../../../shared/crm/salesforce/records.ts';

type Gap = SalesforceRecords['gaps'][number];

const { decision, reason, detail, note, decidedAt, mqlAt } = HANDOFF;
const DECISION: readonly string[] = [
    decision,
    reason,
    detail,
    note,
    decidedAt,
    ...Object.values(FEEDBACK)
];
const HISTORY = ['LeadHistory', 'ContactHistory'];
const LISTS: { readonly [object: string]: string } = {
    CampaignMember: 'campaigns',
    Event: 'events',
    Task: 'tasks'
};

/** The package's Apex itself tells of engagements that an org does not have. */
export function gapsFor(missing: ReadonlySet<string>): Gap[] {
    const sections = [...missing].flatMap((name) => {
        const [object = '', field] = name.split('.');
        if (HISTORY.includes(object)) return ['history'];
        if (field === undefined) return LISTS[object] ?? [];
        if (!field.startsWith('Handoff_')) return ['facts'];
        const counted = field === decision || field === mqlAt ? ['acceptance'] : [];
        return DECISION.includes(field) ? ['decisions', ...counted] : counted;
    });
    return [...new Set(sections)].map((section) => ({ section, why: 'not_synced' }));
}
