/** The app function `handoff-decide`: accept, qualify, recycle or reject one contact. */
import { agreement } from 'handoff:agreement';
import type { Choice } from '../../shared/decision/types.ts';
import { createClient } from './lib/client.ts';
import type { DecideResult, Failure, FunctionContext } from './lib/envelope.ts';
import { contactIn, noToken, parametersOf } from './lib/input.ts';
import { saveDecision } from './lib/save.ts';

/** HubSpot stops a function after 10 s; the rest is for the save. */
const READ_MS = 5500;
const TIME_MS = 9000;

/**
 * Parameters: `objectId`, and `objectTypeId` if the card knows it; `kind`, `reason` and `note` of the
 * choice, which the agreement judges; `by` and `byUserId`, the name and the id of the user whom the card
 * claims to decide; `seenDecidedAt`, the instant of the last decision that the rep saw (null: none).
 */
export const main = async (context: FunctionContext): Promise<DecideResult | Failure> => {
    const start = performance.now();
    const parameters = parametersOf(context?.parameters);
    const { kind, reason, note, by, byUserId, seenDecidedAt } = parameters;
    const contact = contactIn(parameters);
    if (contact.id === null) return contact.failure;
    const token = process.env.PRIVATE_APP_ACCESS_TOKEN;
    if (!token) return noToken();
    const choice = { kind, reason: reason ?? null, note: note ?? null } as Omit<Choice, 'by'>;
    const author = { name: by ?? null, userId: byUserId };
    const request = { contactId: contact.id, choice, author, seenDecidedAt };
    const clients = {
        reading: createClient(token, start + READ_MS),
        leads: createClient(token, start + READ_MS),
        writing: createClient(token, start + TIME_MS)
    };
    return saveDecision(clients, request, agreement, Date.now());
};
