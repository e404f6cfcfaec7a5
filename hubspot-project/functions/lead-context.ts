/** The app function `handoff-lead-context`: everything the panel shows of one contact. */
import { agreement } from 'handoff:agreement';
import { createClient } from './lib/client.ts';
import type { Failure, FunctionContext, ReadResult } from './lib/envelope.ts';
import { badContactId, contactIdOf, noToken, parametersOf } from './lib/input.ts';
import { readRecords } from './lib/read.ts';

/** HubSpot stops a function after 10 s; an answer with gaps is better than none. */
const TIME_MS = 9000;

/** Parameters: `objectId`, the contact's id. */
export const main = async (context: FunctionContext): Promise<ReadResult | Failure> => {
    const deadline = performance.now() + TIME_MS;
    const id = contactIdOf(parametersOf(context?.parameters).objectId);
    if (id === null) return badContactId();
    const token = process.env.PRIVATE_APP_ACCESS_TOKEN;
    if (!token) return noToken();
    return readRecords(createClient(token, deadline), id, agreement, Date.now());
};
