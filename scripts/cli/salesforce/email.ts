import type { Api } from './api.ts';

/** Whether the org keeps emails as records, which Enhanced Email does. */
export async function keepsEmails({ query }: Api): Promise<boolean> {
    const needed = ['EmailMessage', 'EmailMessageRelation'];
    const names = needed.map((name) => `'${name}'`).join(', ');
    const rows = await query(
        `SELECT QualifiedApiName FROM EntityDefinition WHERE QualifiedApiName IN (${names})`
    );
    return rows.length === needed.length;
}
