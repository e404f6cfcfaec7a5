import type { Transaction } from '../apex/program.ts';
import { statusIn } from '../setup/words.ts';
import { fieldError } from './fieldChecks.ts';
import type { Pending } from './pending.ts';
import { rowsOf } from './rows.ts';
import type { DmlError } from './types.ts';

/** Nobody is a member of one campaign twice. */
export function memberErrors({ object, row }: Pending, transaction: Transaction): DmlError[] {
    if (object.name !== 'CampaignMember') return [];
    const twice = rowsOf('CampaignMember', transaction).some(
        (one) =>
            one.Id !== row.Id &&
            one.CampaignId === row.CampaignId &&
            one.LeadId === row.LeadId &&
            one.ContactId === row.ContactId
    );
    return twice ? [fieldError('DUPLICATE_VALUE', 'Already a campaign member.', null)] : [];
}

/** Gives a new campaign the statuses that its members may have. */
export function memberStatuses({ object, row, before }: Pending, transaction: Transaction): void {
    const statuses = transaction.program.schema.get('campaignmemberstatus');
    if (object.name !== 'Campaign' || before !== null || statuses === undefined) return;
    const { store } = transaction;
    ['Sent', 'Responded'].forEach((name, i) =>
        store.append(statuses, {
            CampaignId: row.Id ?? null,
            Label: statusIn(store.setup.language, name),
            SortOrder: i + 1,
            IsDefault: name === 'Sent',
            HasResponded: name === 'Responded'
        })
    );
}

/** Counts a campaign's members in its own fields. */
export function countMembers({ object, row }: Pending, transaction: Transaction): void {
    if (object.name !== 'CampaignMember') return;
    const { store } = transaction;
    const campaign = store.byId(String(row.CampaignId));
    if (campaign === null) return;
    const members = rowsOf('CampaignMember', transaction).filter(
        (one) => one.CampaignId === row.CampaignId
    );
    store.replace(campaign.object, {
        ...campaign.row,
        NumberOfLeads: members.filter(({ LeadId }) => LeadId !== null).length,
        NumberOfContacts: members.filter(({ ContactId }) => ContactId !== null).length,
        NumberOfResponses: members.filter(({ HasResponded }) => HasResponded === true).length
    });
}
