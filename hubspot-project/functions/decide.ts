/** The app function `handoff-decide`: accept, qualify, recycle or reject one contact. */
import { agreement } from 'handoff:agreement';
import type { Choice } from '../../shared/decision/types.ts';
import { createClient } from './lib/client.ts';
import type { DecideResult, Failure, FunctionContext } from './lib/envelope.ts';
import { badContactId, contactIdOf, noToken, parametersOf } from './lib/input.ts';
import { saveDecision } from './lib/save.ts';

/** HubSpot stops a function after 10 s; the rest is for the save. */
const READ_MS = 5500;
const TIME_MS = 9000;

/**
 * Parameters: `objectId`; `kind`, `reason`, `note` and `by` of the choice, which the agreement judges;
 * `seenDecidedAt`, the instant of the last decision that the rep saw (null: none).
 */
export const main = async (context: FunctionContext): Promise<DecideResult | Failure> => {
    const start = performance.now();
    const { objectId, kind, reason, note, by, seenDecidedAt } = parametersOf(context?.parameters);
    const contactId = contactIdOf(objectId);
    if (contactId === null) return badContactId();
    const token = process.env.PRIVATE_APP_ACCESS_TOKEN;
    if (!token) return noToken();
    const choice = { kind, reason: reason ?? null, note: note ?? null, by: by ?? null } as Choice;
    const request = { contactId, choice, seenDecidedAt };
    const clients = {
        reading: createClient(token, start + READ_MS),
        writing: createClient(token, start + TIME_MS)
    };
    return saveDecision(clients, request, agreement, Date.now());
};
