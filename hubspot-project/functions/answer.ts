/** The app function `handoff-answer`: marketing agrees to a rejection, contests it or promises a fix. */
import { agreement } from 'handoff:agreement';
import type { FeedbackChoice } from '../../shared/feedback/types.ts';
import { createClient } from './lib/client.ts';
import type { AnswerResult, Failure, FunctionContext } from './lib/envelope.ts';
import { contactIn, noToken, parametersOf } from './lib/input.ts';
import { saveAnswer } from './lib/saveAnswer.ts';

/** HubSpot stops a function after 10 s; the rest is for the save. */
const READ_MS = 5500;
const TIME_MS = 9000;

/**
 * Parameters: `objectId`, and `objectTypeId` if the card knows it; `kind` and `note` of the answer, which
 * the agreement judges; `by` and `byUserId`, the name and the id of the user whom the card claims to
 * answer; `seenDecidedAt` and `seenAnsweredAt`, the instants of the last decision and of the last answer
 * that the user saw (null: none).
 */
export const main = async (context: FunctionContext): Promise<AnswerResult | Failure> => {
    const start = performance.now();
    const parameters = parametersOf(context?.parameters);
    const { kind, note, by, byUserId, seenDecidedAt, seenAnsweredAt } = parameters;
    const contact = contactIn(parameters);
    if (contact.id === null) return contact.failure;
    const token = process.env.PRIVATE_APP_ACCESS_TOKEN;
    if (!token) return noToken();
    const choice = { kind, note: note ?? null } as Omit<FeedbackChoice, 'by'>;
    const author = { name: by ?? null, userId: byUserId };
    const request = { contactId: contact.id, choice, author, seenDecidedAt, seenAnsweredAt };
    const clients = {
        reading: createClient(token, start + READ_MS),
        writing: createClient(token, start + TIME_MS)
    };
    return saveAnswer(clients, request, agreement, Date.now());
};
