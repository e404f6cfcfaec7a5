import { valueIn } from '../store.ts';
import { fieldError } from './fieldChecks.ts';
import type { DmlContext, Pending } from './pending.ts';
import { rowsOf } from './rows.ts';
import { sameText } from './systemChecks.ts';
import type { DmlError } from './types.ts';

/**
 * What the org's duplicate rules say of one record. Records that are saved together are not compared
 * with each other, only with those that are there.
 */
export function duplicateErrors(
    { object, row, before }: Pending,
    { transaction, options }: DmlContext
): DmlError[] {
    const rules = transaction.store.setup.duplicateRules.filter(
        (rule) =>
            rule.object === object.name && (rule.action === 'block' || !options.allowDuplicates)
    );
    return rules.flatMap(({ match }) => {
        const isFull = match.every((field) => valueIn(row, field) !== null);
        const isTouched =
            before === null || match.some((field) => !sameText(before[field], row[field]));
        if (!isFull || !isTouched) return [];
        const twin = rowsOf(object.name, transaction).find(
            (one) =>
                one.Id !== row.Id &&
                one.IsConverted !== true &&
                match.every((field) => sameText(one[field], row[field]))
        );
        return twin === undefined
            ? []
            : [fieldError('DUPLICATES_DETECTED', 'Use one of these records?', null)];
    });
}
