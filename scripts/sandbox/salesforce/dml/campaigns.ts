import { valueIn } from '../store.ts';
import type { DmlContext, Pending } from './pending.ts';

const STATUSES = [
    { Label: 'Sent', SortOrder: 1, IsDefault: true, HasResponded: false },
    { Label: 'Responded', SortOrder: 2, IsDefault: false, HasResponded: true }
];

/** The two statuses that every new campaign has for its members. */
export function campaignRows(batch: readonly Pending[], { transaction }: DmlContext): void {
    const { store, program } = transaction;
    const status = program.schema.get('campaignmemberstatus');
    if (status === undefined) return;
    for (const { object, before, row } of batch) {
        if (object.name !== 'Campaign' || before !== null) continue;
        for (const values of STATUSES) {
            store.append(status, { CampaignId: valueIn(row, 'Id'), ...values });
        }
    }
}
