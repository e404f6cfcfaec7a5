/** HubSpot's words for how an activity ended -> ours. */
import type { Outcome } from '../../lead.ts';
import { known } from './value.ts';

interface Found {
    readonly outcome: Outcome | null;
    /** HubSpot's own words where we have none. */
    readonly text: string | null;
}

const UNKNOWN: Found = { outcome: null, text: null };

/**
 * The call outcomes that every portal starts with have the same ids everywhere; a portal's own ones
 * have ids that mean nothing here, and the API gives no words with them.
 */
const DISPOSITIONS: { readonly [guid: string]: Found } = {
    '9d9162e7-6cf3-4944-bf63-4dff82258764': { outcome: 'busy', text: null },
    'f240bbac-87c9-4f6e-bf70-924b57d47db7': { outcome: 'connected', text: null },
    // Somebody else answered and took a message: no conversation with this person.
    'a4c4c377-d246-4b32-a13b-75a56a4cd0ff': { outcome: null, text: 'Left live message' },
    'b2cf5968-551e-4856-9783-52b3da59a7d0': { outcome: 'voicemail', text: null },
    '73a0d17f-1163-4015-bdd5-ec830791da20': { outcome: 'no_answer', text: null },
    '17b47fee-58de-441e-a44c-c6300d46f273': { outcome: 'wrong_number', text: null }
};

/** Where nobody chose an outcome, the status tells the ones that the telephone itself knows. */
const CALL_STATUS: { readonly [status: string]: Outcome } = {
    NO_ANSWER: 'no_answer',
    MISSED: 'no_answer',
    BUSY: 'busy',
    CANCELED: 'canceled',
    FAILED: 'canceled',
    QUEUED: 'scheduled',
    SCHEDULED: 'scheduled'
};

const EMAIL_STATUS: { readonly [status: string]: Outcome } = {
    SENT: 'sent',
    BOUNCED: 'bounced',
    // It never left: not an attempt.
    FAILED: 'canceled',
    SCHEDULED: 'scheduled',
    SENDING: 'sent'
};

const MEETING_OUTCOME: { readonly [outcome: string]: Outcome } = {
    SCHEDULED: 'scheduled',
    COMPLETED: 'held',
    RESCHEDULED: 'canceled',
    NO_SHOW: 'no_show',
    CANCELED: 'canceled'
};

/** How a call ended: what the rep chose, else what its status says. */
export function callOutcome(disposition: string | null, status: string | null): Found {
    const chosen =
        disposition === null ? undefined : known(DISPOSITIONS, disposition.toLowerCase());
    if (chosen) return chosen;
    const outcome = status === null ? undefined : known(CALL_STATUS, status.toUpperCase());
    return outcome ? { outcome, text: null } : UNKNOWN;
}

/** What became of an email that we sent. */
export function emailOutcome(status: string | null): Found {
    return found(EMAIL_STATUS, status);
}

/** What became of a meeting. */
export function meetingOutcome(outcome: string | null): Found {
    return found(MEETING_OUTCOME, outcome);
}

function found(table: { readonly [word: string]: Outcome }, word: string | null): Found {
    if (word === null) return UNKNOWN;
    const outcome = known(table, word.toUpperCase());
    return outcome ? { outcome, text: null } : { outcome: null, text: word };
}
