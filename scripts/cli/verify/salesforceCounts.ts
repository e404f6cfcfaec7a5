import type { Api, Row } from '../salesforce/api.ts';
import { CliError } from '../output/errors.ts';
import type { ReadBack } from './lines.ts';

interface Count extends Row {
    readonly value: string;
    readonly n: number;
}

/** How many leads and contacts bear each decision; null: this user may not see the field, or has none. */
export async function decidedIn({ query }: Api): Promise<ReadBack['decided']> {
    try {
        const rows = await Promise.all(
            ['Lead', 'Contact'].map((object) =>
                query<Count>(
                    `SELECT Handoff_Decision__c value, COUNT(Id) n FROM ${object} ` +
                        'WHERE Handoff_Decision__c != null GROUP BY Handoff_Decision__c'
                )
            )
        );
        const sums: { [decision: string]: number } = {};
        for (const { value, n } of rows.flat()) sums[value] = (sums[value] ?? 0) + n;
        return sums;
    } catch (error) {
        if (error instanceof CliError && error.code === 'salesforce.refused') return null;
        throw error;
    }
}
