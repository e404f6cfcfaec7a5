/** Saving a decision, and the record as it is afterwards. */
import type { Agreement } from '../../../shared/agreement/types.ts';
import { leadFromHubSpot } from '../../../shared/crm/hubspot/lead.ts';
import type { HubSpotObject } from '../../../shared/crm/hubspot/records.ts';
import { settingsFrom } from '../../../shared/crm/hubspot/settings.ts';
import { hubspotWrite } from '../../../shared/crm/hubspot/write.ts';
import { readInstant } from '../../../shared/crm/read.ts';
import { decide } from '../../../shared/decision/decide.ts';
import type { Choice } from '../../../shared/decision/types.ts';
import { recounted } from './acceptance.ts';
import type { Client } from './client.ts';
import { contactOf, getContact } from './contact.ts';
import { callFailure, failure } from './envelope.ts';
import type { DecideResult, Failure } from './envelope.ts';
import { readRecords } from './read.ts';
import * as paths from './paths.ts';

/** What the rep chose, and when the record that they looked at was last decided. */
export interface Request {
    readonly contactId: string;
    readonly choice: Choice;
    /** Anything that reads as an instant; nothing: it was undecided. */
    readonly seenDecidedAt: unknown;
}

/** Reading gives up in time for the save to be tried at all. */
export interface Clients {
    readonly reading: Client;
    readonly writing: Client;
}

/**
 * Reads the contact as the panel does (at most 12 calls), checks the choice against it by the agreement,
 * saves it (one PATCH) and reads the contact again (one GET). Somebody else may decide in the moment
 * between the check and the save: HubSpot knows no conditional write, and its history keeps both.
 */
export async function saveDecision(
    { reading, writing }: Clients,
    request: Request,
    agreement: Agreement,
    now: number
): Promise<DecideResult | Failure> {
    const read = await readRecords(reading, request.contactId, agreement, now);
    if (!read.ok) return read;
    const { records } = read;
    const lead = leadFromHubSpot(records, agreement);
    const last = lead.decisions[lead.decisions.length - 1]?.at ?? null;
    if (last !== readInstant('decisions', 'seen', request.seenDecidedAt, [])) {
        return failure(
            'decided_meanwhile',
            'Somebody else decided on this person in the meantime.',
            'See what they decided; you can still decide otherwise.',
            { records }
        );
    }
    const { decision, issues } = decide(lead, agreement, request.choice, now);
    if (decision === null) {
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
    const written = hubspotWrite(decision, agreement);
    const saved = await writing.patch(paths.contact(request.contactId), { properties: written });
    if (!saved.ok) {
        const refused = callFailure('The decision could not be saved', saved.error);
        return saved.error.status === null
            ? failure(
                  'save_unknown',
                  'HubSpot did not answer in time; the decision may have been saved or not.',
                  'Reload the panel before you decide again.',
                  { records }
              )
            : { ...refused, records };
    }
    const { settings } = settingsFrom(records.settings, agreement);
    const again = await getContact(writing, request.contactId, agreement, settings);
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
    return { ok: true, records: { ...records, contact, acceptance }, decided: decision };
}

/** The contact with what was saved, where it could not be read again. */
function withWritten(
    contact: HubSpotObject,
    written: { readonly [name: string]: string },
    now: number
): HubSpotObject {
    const histories = contact.propertiesWithHistory ?? {};
    const timestamp = new Date(now).toISOString();
    return {
        ...contact,
        properties: { ...contact.properties, ...written },
        propertiesWithHistory: {
            ...histories,
            ...Object.fromEntries(
                Object.entries(written).map(([name, value]) => [
                    name,
                    [{ value, timestamp }, ...(histories[name] ?? [])]
                ])
            )
        }
    };
}
