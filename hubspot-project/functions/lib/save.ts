/** Saving a decision, and the record as it is afterwards. */
import type { Agreement } from '../../../shared/agreement/types.ts';
import { leadFromHubSpot } from '../../../shared/crm/hubspot/lead.ts';
import { leadChange, leadStageFor } from '../../../shared/crm/hubspot/leadChange.ts';
import { HANDOFF, SOURCE } from '../../../shared/crm/hubspot/names.ts';
import type { HubSpotRecords } from '../../../shared/crm/hubspot/records.ts';
import { settingsFrom } from '../../../shared/crm/hubspot/settings.ts';
import { hubspotFeedback, hubspotStamps } from '../../../shared/crm/hubspot/stamps.ts';
import { hubspotDecision, hubspotNative } from '../../../shared/crm/hubspot/write.ts';
import { readInstant } from '../../../shared/crm/read.ts';
import { decide } from '../../../shared/decision/decide.ts';
import { sameDecision } from '../../../shared/decision/same.ts';
import { decisionState } from '../../../shared/decision/state.ts';
import type { Choice } from '../../../shared/decision/types.ts';
import { keepCounts, recounted } from './acceptance.ts';
import { authorOf } from './author.ts';
import type { Claim } from './author.ts';
import type { Client } from './client.ts';
import { contactOf, getContact } from './contact.ts';
import { failure } from './envelope.ts';
import type { DecideResult, Failure } from './envelope.ts';
import { moveLead, readLead } from './leads.ts';
import { readRecords } from './read.ts';
import { writeDecision } from './write.ts';
import { notSaved, stands, withWritten } from './written.ts';

/** What the rep chose, and when the record that they looked at was last decided. */
export interface Request {
    readonly contactId: string;
    readonly choice: Omit<Choice, 'by'>;
    readonly author: Claim;
    /** Anything that reads as an instant; nothing: it was undecided. */
    readonly seenDecidedAt: unknown;
}

/** Reading gives up in time for the save to be tried at all. */
export interface Clients {
    readonly reading: Client;
    /** Its calls are none of the panel's twelve. */
    readonly leads: Client;
    readonly writing: Client;
}

/**
 * Reads the contact as the panel does (at most 12 calls), checks the choice against it by the agreement,
 * saves it with the stamps of the hand-over (one PATCH, up to five where the account refuses a part) and
 * reads the contact again (one GET). Somebody
 * else may decide in the moment between the check and the save, since HubSpot knows no conditional write:
 * the later save counts, its history keeps both, and who was overwritten is told by that second reading.
 *
 * The decision that stands already, saved again, keeps when and by whom it was made, and marketing's answer
 * to it, as Salesforce does.
 *
 * Where the agreement moves HubSpot's own lead with this decision, that lead is read at the same time (one
 * call more, four where there is one) and moved once the decision is saved (one PATCH); what does not work
 * of that becomes a note, and the decision stands.
 */
export async function saveDecision(
    { reading, leads, writing }: Clients,
    request: Request,
    agreement: Agreement,
    now: number
): Promise<DecideResult | Failure> {
    const { contactId, choice } = request;
    const movesLead = leadStageFor(choice.kind, agreement) !== null;
    const [read, { lead: openLead, notes: leadNotes }] = await Promise.all([
        readRecords(reading, contactId, agreement, now),
        movesLead ? readLead(leads, contactId) : { lead: null, notes: [] }
    ]);
    if (!read.ok) return read;
    const { records } = read;
    const lead = leadFromHubSpot(records, agreement);
    const last = lead.decisions[lead.decisions.length - 1]?.at ?? null;
    if (last !== readInstant('decisions', 'seen', request.seenDecidedAt, [])) {
        return decidedMeanwhile(records);
    }
    const author = authorOf(request.author, records);
    if (!author.ok) return author.failure;
    const by = author.name as Choice['by'];
    const { decision: decidedNow, issues } = decide(lead, agreement, { ...choice, by }, now);
    if (decidedNow === null) {
        return failure(
            'not_allowed',
            'This decision cannot be saved as it is.',
            'Mend what is named.',
            {
                issues,
                records
            }
        );
    }
    const standing = sameDecision(decisionState(lead, agreement, now).current, decidedNow);
    const decision = standing ?? decidedNow;
    const parts = {
        decided: hubspotDecision(decision),
        beside: {
            ...hubspotStamps(lead, records, agreement, now),
            ...(standing === null ? hubspotFeedback(decision, agreement) : {})
        },
        native: hubspotNative(decision, agreement)
    };
    const { saved, written, notes } = await writeDecision(writing, contactId, parts, agreement);
    if (!saved.ok) return notSaved('decision', 'decide', saved.error, records);
    const { settings } = settingsFrom(records.settings, agreement);
    const change = openLead && leadChange(decision, agreement);
    const [again, moveNotes] = await Promise.all([
        getContact(writing, contactId, agreement, settings),
        change ? moveLead(writing, openLead, change) : []
    ]);
    const contact = again.ok
        ? contactOf(again.body, agreement, settings)
        : withWritten(records.contact, written, now);
    const acceptance = recounted(
        records.acceptance,
        records.contact.properties,
        contact.properties,
        agreement,
        settings,
        now
    );
    const source = records.contact.properties[SOURCE] ?? null;
    if (source !== null) keepCounts(writing, source, acceptance);
    const after = { ...records, contact, acceptance };
    return stands(contact, written, DECIDED)
        ? {
              ok: true,
              records: after,
              decided: decision,
              notes: [...notes, ...leadNotes, ...moveNotes]
          }
        : decidedMeanwhile(after);
}

const DECIDED = [HANDOFF.decision, HANDOFF.decidedAt, HANDOFF.decidedBy];

export function decidedMeanwhile(records: HubSpotRecords): Failure {
    return failure(
        'decided_meanwhile',
        'Somebody else decided on this person in the meantime.',
        'See what they decided; you can still decide otherwise.',
        { records }
    );
}
