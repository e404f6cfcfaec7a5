/** A real HubSpot account, asked as a card asks it: by the real app function, through the gate. */
import type { Agreement } from '../../../shared/agreement/types.ts';
import { HANDOFF } from '../../../shared/crm/hubspot/names.ts';
import { isObject } from '../../../shared/crm/read.ts';
import { createClient } from '../../../hubspot-project/functions/lib/client.ts';
import type { Client } from '../../../hubspot-project/functions/lib/client.ts';
import * as paths from '../../../hubspot-project/functions/lib/paths.ts';
import { projectFunctions, startFunctions } from '../../sandbox/hubspot/functions.ts';
import { openGate } from './gate.ts';
import { NOTHING_SAVED } from './readOnly.ts';

export interface LivePortal {
    /** "the developer test account Acme (123)" */
    readonly place: string;
    readonly agreement: Agreement;
    /** "Handoff’s own properties" before they are there; null: they are. */
    readonly lacking: string | null;
    /** A client that can only read. */
    client(): Client;
    /** What an app function answers; one that would write is not run. */
    runFunction(uid: string, parameters: unknown): Promise<unknown>;
    close(): Promise<void>;
}

const CALL_MS = 9000;
const READS = 'handoff-lead-context';
/** What it reports of a search by properties that are not there. */
const UNSEARCHED = 'failed';

export async function openPortal({
    target,
    token,
    place,
    agreement,
    now
}: {
    readonly target: string;
    readonly token: string;
    readonly place: string;
    readonly agreement: Agreement;
    readonly now: () => number;
}): Promise<LivePortal> {
    const gate = await openGate(target, token);
    const functions = await startFunctions(await projectFunctions('hubspot-project'), gate);
    const client = (): Client => createClient(gate.token, performance.now() + CALL_MS, gate.origin);
    const probe = await client().get(paths.contactProperty(HANDOFF.decision));
    const isDeployed = probe.ok || probe.error.status !== 404;
    return {
        place,
        agreement,
        lacking: isDeployed ? null : 'Handoff’s own properties',
        client,
        async runFunction(uid, parameters) {
            if (uid !== READS) return readOnlyAnswer();
            // Without it the hand-over would be stamped.
            const asked = { ...(isObject(parameters) ? parameters : {}), mayEdit: false };
            const answer = await functions.run(uid, asked, now());
            return isDeployed ? answer : withoutProperties(answer);
        },
        async close() {
            await functions.close();
            await gate.close();
        }
    };
}

function readOnlyAnswer(): object {
    const mend = 'Deploy Handoff to decide here: npx handoff deploy';
    return { ok: false, error: { code: 'read_only', message: NOTHING_SAVED, mend } };
}

/** What counts Handoff's properties did not fail: they are not there yet. */
function withoutProperties(answer: unknown): unknown {
    if (!isObject(answer) || !isObject(answer.records)) return answer;
    const gaps: unknown[] = Array.isArray(answer.records.gaps) ? answer.records.gaps : [];
    const told = gaps.filter(
        (gap) => !isObject(gap) || gap.section !== 'acceptance' || gap.why !== UNSEARCHED
    );
    const missing = ['decisions', 'acceptance'].map((section) => ({
        section,
        why: 'not_synced',
        shown: null,
        total: null
    }));
    return { ...answer, records: { ...answer.records, gaps: [...told, ...missing] } };
}
