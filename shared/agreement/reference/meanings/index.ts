/** What each key of agreement.yaml means. Keys of a recurring part are written `part: key`. */
import { calendarKeys, crmKeys, documentKeys } from './document.ts';
import { measureKeys } from './measures.ts';
import type { Meaning } from './meaning.ts';
import { decisionKeys, reasonKeys, responseKeys } from './sales.ts';
import { criterionKeys, scoreKeys, signalKeys } from './scoring.ts';

export const MEANINGS: { readonly [key: string]: Meaning } = {
    ...documentKeys,
    ...calendarKeys,
    ...crmKeys,
    ...signalKeys,
    ...scoreKeys,
    ...responseKeys,
    ...decisionKeys,
    ...reasonKeys,
    ...measureKeys,
    ...criterionKeys
};
