/** The app function `handoff-lead-context`: everything the panel shows of one contact. */
import { agreement } from 'handoff:agreement';
import { createClient } from './lib/client.ts';
import type { Failure, FunctionContext, ReadResult } from './lib/envelope.ts';
import { contactIn, noToken, parametersOf } from './lib/input.ts';
import { readRecords } from './lib/read.ts';
import { stampHandoff } from './lib/stamp.ts';

/** HubSpot stops a function after 10 s; an answer with gaps is better than none. */
const TIME_MS = 9000;
/** While HubSpot's limits hold calls back, reading ends in time for the stamps to be tried at all. */
const READ_MS = 7500;
/** Nobody waits longer for a panel because it is stamped; one short "try again" of HubSpot fits. */
const STAMP_MS = 2500;

/**
 * Parameters: `objectId`, the contact's id; `objectTypeId`, if the card knows it; `mayEdit`, whether
 * HubSpot shows the card's user as one who may edit contacts. That is the card's word, and nothing but
 * the stamps of the hand-over depends on it.
 */
export const main = async (context: FunctionContext): Promise<ReadResult | Failure> => {
    const start = performance.now();
    const parameters = parametersOf(context?.parameters);
    const contact = contactIn(parameters);
    if (contact.id === null) return contact.failure;
    const token = process.env.PRIVATE_APP_ACCESS_TOKEN;
    if (!token) return noToken();
    const now = Date.now();
    const reading = createClient(token, start + READ_MS);
    const read = await readRecords(reading, contact.id, agreement, now);
    if (!read.ok || parameters.mayEdit !== true) return read;
    const deadline = Math.min(start + TIME_MS, performance.now() + STAMP_MS);
    const client = createClient(token, deadline);
    return { ...read, ...(await stampHandoff(client, read.records, agreement, now)) };
};
