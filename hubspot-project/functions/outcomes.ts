/** The app function `handoff-outcomes`: what stands on the contacts that a period's overview counts. */
import { agreement } from 'handoff:agreement';
import type { OutcomeBatch } from '../../shared/crm/hubspot/outcomeBatch.ts';
import { createClient } from './lib/client.ts';
import { failure } from './lib/envelope.ts';
import type { Failure, FunctionContext } from './lib/envelope.ts';
import { noToken, parametersOf } from './lib/input.ts';
import { readOutcomes } from './lib/outcomes.ts';

/** HubSpot stops a function after 10 s. */
const TIME_MS = 9000;

/**
 * Parameters: `from` and `to` (not part of it), in epoch milliseconds: the contacts that became MQLs or
 * were decided in between are read; `cursor`, that of the batch before, or null for the first one. One call
 * reads as many contacts as fit into its time and HubSpot's limits: call again with the cursor it gives.
 */
export const main = async (context: FunctionContext): Promise<OutcomeBatch | Failure> => {
    const started = performance.now();
    const { from, to, cursor = null } = parametersOf(context?.parameters);
    const isPeriod =
        Number.isSafeInteger(from) && Number.isSafeInteger(to) && Number(from) < Number(to);
    const isCursor = cursor === null || (typeof cursor === 'string' && /^\d{1,20}$/.test(cursor));
    if (!isPeriod || !isCursor) {
        return failure(
            'bad_period',
            'The parameters from, to and cursor do not name a part of a period.',
            'Upload Handoff again: its page and its function are of different versions.'
        );
    }
    const token = process.env.PRIVATE_APP_ACCESS_TOKEN;
    if (!token) return noToken();
    const client = createClient(token, started + TIME_MS);
    const period = { from: Number(from), to: Number(to) };
    return readOutcomes(client, agreement, period, cursor, started);
};
