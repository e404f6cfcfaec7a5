/** Saving marketing's answer to a rejection, and the record as it is afterwards. */
import type { Agreement } from '../../../shared/agreement/types.ts';
import { leadFromHubSpot } from '../../../shared/crm/hubspot/lead.ts';
import { FEEDBACK } from '../../../shared/crm/hubspot/names.ts';
import type { HubSpotRecords } from '../../../shared/crm/hubspot/records.ts';
import { settingsFrom } from '../../../shared/crm/hubspot/settings.ts';
import { hubspotAnswer } from '../../../shared/crm/hubspot/write.ts';
import { readInstant } from '../../../shared/crm/read.ts';
import { answerFeedback } from '../../../shared/feedback/answer.ts';
import type { FeedbackChoice } from '../../../shared/feedback/types.ts';
import type { Instant } from '../../../shared/lead.ts';
import { authorOf } from './author.ts';
import type { Claim } from './author.ts';
import type { Client } from './client.ts';
import { contactOf, getContact } from './contact.ts';
import { failure } from './envelope.ts';
import type { AnswerResult, Failure } from './envelope.ts';
import * as paths from './paths.ts';
import { readRecords } from './read.ts';
import { decidedMeanwhile } from './save.ts';
import { notSaved, stands, withWritten } from './written.ts';

/** What marketing chose, and what it had before its eyes: anything that reads as an instant, or nothing. */
export interface AnswerRequest {
    readonly contactId: string;
    readonly choice: Omit<FeedbackChoice, 'by'>;
    readonly author: Claim;
    readonly seenDecidedAt: unknown;
    readonly seenAnsweredAt: unknown;
}

const ANSWERED = [FEEDBACK.answer, FEEDBACK.at, FEEDBACK.by];

/**
 * Reads the contact as the panel does (at most 12 calls), checks the answer against it by the agreement,
 * saves it (one PATCH) and reads the contact again (one GET). What is answered is the decision that
 * marketing saw: after another decision, or another's answer, nothing is saved.
 */
export async function saveAnswer(
    { reading, writing }: { readonly reading: Client; readonly writing: Client },
    request: AnswerRequest,
    agreement: Agreement,
    now: number
): Promise<AnswerResult | Failure> {
    const read = await readRecords(reading, request.contactId, agreement, now);
    if (!read.ok) return read;
    const { records } = read;
    const lead = leadFromHubSpot(records, agreement);
    if (isNewer(lead.decisions, request.seenDecidedAt)) return decidedMeanwhile(records);
    if (isNewer(lead.feedback, request.seenAnsweredAt)) return answeredMeanwhile(records);
    const author = authorOf(request.author, records);
    if (!author.ok) return author.failure;
    const choice = { ...request.choice, by: author.name as FeedbackChoice['by'] };
    const { feedback, issues } = answerFeedback(lead, agreement, choice, now);
    if (feedback === null) {
        const message = 'This answer cannot be saved as it is.';
        return failure('not_allowed', message, 'Mend what is named.', { issues, records });
    }
    const written = hubspotAnswer(feedback);
    const saved = await writing.patch(paths.contact(request.contactId), { properties: written });
    if (!saved.ok) return notSaved('answer', 'answer', saved.error, records);
    const { settings } = settingsFrom(records.settings, agreement);
    const again = await getContact(writing, request.contactId, agreement, settings);
    const contact = again.ok
        ? contactOf(again.body, agreement, settings)
        : withWritten(records.contact, written, now);
    const after = { ...records, contact };
    return stands(contact, written, ANSWERED)
        ? { ok: true, records: after, answered: feedback, notes: [] }
        : answeredMeanwhile(after);
}

/** Whether the last one is another than the one that was seen. */
function isNewer(all: readonly { readonly at: Instant }[], seen: unknown): boolean {
    const last = all[all.length - 1]?.at ?? null;
    return last !== readInstant('decisions', 'seen', seen, []);
}

function answeredMeanwhile(records: HubSpotRecords): Failure {
    return failure(
        'answered_meanwhile',
        'Somebody else answered for marketing in the meantime.',
        'See what they answered; you can still answer otherwise.',
        { records }
    );
}
