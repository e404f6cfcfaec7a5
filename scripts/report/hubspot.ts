/** A report's leads straight from HubSpot, by the same search as its app page. */
import { readOutcomes } from '../../hubspot-project/functions/lib/outcomes.ts';
import type { Failure } from '../../hubspot-project/functions/lib/envelope.ts';
import { createClient } from '../../hubspot-project/functions/lib/client.ts';
import type { LeadOutcome } from '../../shared/acceptance/outcomeTypes.ts';
import { addOutcome, emptyTally } from '../../shared/acceptance/tally.ts';
import { hubspotOutcomes } from '../../shared/crm/hubspot/outcome.ts';
import type { ContactOutcome } from '../../shared/crm/hubspot/outcome.ts';
import { contactsOf } from '../../shared/crm/hubspot/outcomeBatch.ts';
import { HANDOFF } from '../../shared/crm/hubspot/names.ts';
import type { HubSpotObject, HubSpotOwner } from '../../shared/crm/hubspot/records.ts';
import { readInstant, readOneOf } from '../../shared/crm/read.ts';
import { settingsFrom } from '../../shared/crm/hubspot/settings.ts';
import { DECISION_KINDS } from '../../shared/lead.ts';
import type { Context } from '../cli/context.ts';
import { useApiOf } from '../cli/hubspot/api.ts';
import { LOGIN } from '../cli/hubspot/errors.ts';
import { findLogin, useKey } from '../cli/hubspot/login.ts';
import { CliError } from '../cli/output/errors.ts';
import { EXIT } from '../cli/output/exit.ts';
import type { Question } from './count.ts';
import { earlyDecisions } from './earlyDecisions.ts';
import type { Decided } from './earlyDecisions.ts';
import type { Progress } from './progress.ts';
import type { Read } from './sources.ts';

/** One batch; the function's own limit, which its pace is made for. */
const BATCH_MS = 9000;

export async function readHubSpot(
    context: Context,
    account: string | undefined,
    { agreement, asOf, filters, period }: Question,
    progress: Progress
): Promise<Read> {
    const { env } = context.io;
    useApiOf(env);
    const login = findLogin(context, account);
    const token = login.token ?? (login.key && (await useKey(login.key)).accessToken) ?? '';
    context.out.hide(token);
    const origin = env['HANDOFF_HUBSPOT_API'] || undefined;
    const tally = emptyTally(agreement, period, filters);
    let outcomeOf: ((contact: HubSpotObject) => ContactOutcome | null) | null = null;
    let owners: readonly HubSpotOwner[] = [];
    const early = earlyDecisions(period, filters);
    const notes: string[] = [];
    let [rows, others, unknown] = [0, 0, 0];
    for (let cursor: string | null = null; ;) {
        const started = performance.now();
        const client = createClient(token, started + BATCH_MS, origin);
        const stretch = { from: period.since, to: Math.max(period.to, asOf + 1) };
        const batch = await readOutcomes(client, agreement, stretch, cursor, started);
        if (!batch.ok) {
            throw refused(batch.error);
        }
        owners = batch.owners ?? owners;
        notes.push(...batch.notes);
        outcomeOf ??= hubspotOutcomes(
            agreement,
            settingsFrom(batch.settings, agreement).settings,
            owners,
            asOf
        );
        for (const contact of contactsOf(batch)) {
            rows++;
            const found = outcomeOf(contact);
            if (found === null) {
                others++;
            } else {
                const line = rows;
                early.see(stampsOf(contact, found.outcome), found.outcome, () => line);
                addOutcome(tally, found.outcome);
            }
            if (found?.isResponseUnknown) unknown++;
        }
        const total = rows + batch.left;
        progress.at(`Reading HubSpot, ${rows} of ${total} contacts`, total && rows / total);
        if (batch.cursor === null) break;
        cursor = batch.cursor;
    }
    if (unknown > 0) {
        notes.push(
            `Of ${unknown} answered contacts nobody opened the card, so that it is not known how fast: they are left out of the response.`
        );
    }
    const reading = {
        from: 'HubSpot',
        rows,
        others,
        brokenCount: 0,
        broken: [],
        notes,
        early: early.result()
    };
    return { tally, asOf, reading };
}

/** What its properties say of the decision, which the outcome leaves out when it is not of this hand-over. */
function stampsOf({ id, properties }: HubSpotObject, { mqlAt }: LeadOutcome): Decided {
    const decidedAt = readInstant('decisions', 'time', properties[HANDOFF.decidedAt], []);
    const kind = readOneOf(
        'decisions',
        'decision',
        properties[HANDOFF.decision],
        DECISION_KINDS,
        []
    );
    return { id, mqlAt, kind, decidedAt };
}

/** The function's own ways out speak of its page: here somebody sits at a terminal. */
function refused({ code, message }: Failure['error']): CliError {
    const isLogin = code === 'no_token';
    const isAccess = code === 'no_access';
    return new CliError(isLogin || isAccess ? EXIT.access : EXIT.remote, {
        code: `hubspot.${code}`,
        message,
        mend: isLogin
            ? LOGIN
            : isAccess
              ? 'Give the login crm.objects.contacts.read and crm.objects.owners.read.'
              : 'Run the same command again; if this goes on, see status.hubspot.com.'
    });
}
