import type { Agreement } from '../../agreement/types.ts';
import { FACT_FIELDS, FEEDBACK, HANDOFF, RECORD_FIELDS } from './names.ts';
import type { ObjectName } from './names.ts';

/**
 * Every field of the record that the mapping reads, with its object (`Lead.Title`), as `getRecord`
 * wants its `optionalFields`: the built-in ones, Handoff's own, and those that the agreement names.
 */
export function salesforceFields(objectName: ObjectName, agreement: Agreement): string[] {
    const named = [
        ...agreement.fields.map((field) => field.salesforce[objectName]),
        agreement.score.beside.salesforce[objectName]
    ];
    const fields = [
        ...Object.values<readonly string[]>(FACT_FIELDS[objectName]).flat(),
        ...RECORD_FIELDS[objectName],
        ...Object.values(HANDOFF),
        ...Object.values(FEEDBACK),
        ...named.filter((field): field is string => field !== null)
    ];
    return [...new Set(fields)].map((field) => `${objectName}.${field}`);
}
