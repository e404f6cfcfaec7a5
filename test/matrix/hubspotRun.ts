/** What a person does with an account, in order, and what they are told. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import type {
    DecideResult,
    Failure,
    ReadResult
} from '../../hubspot-project/functions/lib/envelope.ts';
import type { Answer } from '../../hubspot-project/src/app/cards/callFunction.ts';
import { patiently, pauseFor } from '../../hubspot-project/src/app/cards/patience.ts';
import { readAgreement } from '../../scripts/build/read-agreement.ts';
import { run } from '../../scripts/cli/program.ts';
import { rowsOf } from '../../scripts/sandbox/hubspot/account.ts';
import type { HubSpotAccount } from '../../scripts/sandbox/hubspot/account.ts';
import { startFunctions, type Functions } from '../../scripts/sandbox/hubspot/functions.ts';
import { deployedBuild, SMOOTH } from '../../scripts/sandbox/hubspot/server/projects.ts';
import {
    ACCESS,
    startAccount,
    type AccountServer
} from '../../scripts/sandbox/hubspot/server/server.ts';
import { stateOf } from '../../scripts/sandbox/hubspot/store.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import { leadFromHubSpot } from '../../shared/crm/hubspot/lead.ts';
import { reasonsFor } from '../../shared/decision/reasons.ts';
import { CONTACT, fullPortal, NOW } from '../hubspot/functions/runs.ts';
import type { AccountRun } from './hubspot.ts';

const FUNCTION = /^app\/functions\/([\w-]+)\.js$/;
const WIDE = 10_000;

interface Typed {
    readonly code: number;
    readonly text: string;
    /** The lines that say something besides the plan's table. */
    readonly lines: readonly string[];
}

/** Runs one account in this process, whose folder is the checkout. */
export async function runHere(account: HubSpotAccount): Promise<AccountRun> {
    const agreement = readAgreement();
    const server = await startAccount({ traits: account, now: () => NOW });
    server.portal.projects.behaviour = { ...SMOOTH, looks: 0 };
    fill(server, account);
    const home = mkdtempSync(path.join(tmpdir(), 'handoff-run-'));
    try {
        const before = stateIn(server);
        const deployed = await type(['deploy', 'hubspot', '--yes'], server, home);
        if (deployed.code !== 0) {
            const isSame = stateIn(server) === before;
            if (!isSame) throw new Error(`was changed, and then refused:\n${deployed.text}`);
            return refusal(account, deployed);
        }
        const verified = await type(['verify', 'hubspot', '--json'], server, home);
        const drift = driftIn(verified);
        return {
            account: account.name,
            agreement: '',
            outcome: 'deployed',
            words: [...deployed.lines, ...drift],
            ...(await use(server, agreement, verified.code === 0 || drift.length > 0))
        };
    } finally {
        await server.close();
        rmSync(home, { recursive: true, force: true });
    }
}

function refusal(account: HubSpotAccount, { lines }: Typed): AccountRun {
    const checks = { verified: false, opened: null, stamped: null, decided: null };
    return {
        account: account.name,
        agreement: '',
        outcome: 'refused',
        words: lines,
        checks,
        gaps: [],
        notes: []
    };
}

/** One MQL with everything that HubSpot keeps of a person. */
function fill({ portal }: AccountServer, account: HubSpotAccount): void {
    const state = stateOf(rowsOf(account, fullPortal()), null);
    portal.records = state;
    portal.contacts.push(...state.contacts);
}

/** What of the account a deployment could change. */
function stateIn({ portal }: AccountServer): string {
    const { definitions, projects } = portal;
    return JSON.stringify([
        [...definitions.properties],
        [...definitions.groups],
        projects.builds.length
    ]);
}

type Used = Pick<AccountRun, 'checks' | 'gaps' | 'notes'>;

/** Opens the contact's card by the functions that were uploaded, and rejects it. */
async function use(server: AccountServer, agreement: Agreement, verified: boolean): Promise<Used> {
    const build = deployedBuild(server.portal.projects);
    const sources = Object.fromEntries(
        Object.entries(build?.files ?? {}).flatMap(([file, text]) => {
            const uid = FUNCTION.exec(file)?.[1];
            return uid === undefined ? [] : [[uid, text]];
        })
    );
    if (build === null || Object.keys(sources).length === 0) {
        return {
            checks: { verified, opened: null, stamped: null, decided: null },
            gaps: [],
            notes: []
        };
    }
    const { platformVersion } = build;
    const functions = await startFunctions(
        { platformVersion, sources },
        { origin: server.origin, token: ACCESS.appToken }
    );
    try {
        const opened = await open(functions);
        if (!opened.ok) throw new Error(`the card: ${JSON.stringify(opened.error)}`);
        const properties =
            server.portal.contacts.find(({ id }) => id === CONTACT)?.properties ?? {};
        const stamped = properties['handoff_due_at'] !== undefined;
        const decided = await decide(functions, opened, agreement);
        if (!decided.ok) throw new Error(`the decision: ${JSON.stringify(decided)}`);
        return {
            checks: {
                verified,
                opened: true,
                stamped,
                decided: properties['handoff_decision'] === decided.decided.kind
            },
            gaps: opened.records.gaps.map(({ section, why }) => `${section} ${why}`),
            notes: decided.notes
        };
    } finally {
        await functions.close();
    }
}

/** As the card opens: again, where HubSpot kept something back. */
async function open(functions: Functions): Promise<ReadResult | Failure> {
    const parameters = { objectId: CONTACT, mayEdit: true };
    const taken: Answer[] = [];
    await patiently({
        call: async () => (await functions.run('handoff-lead-context', parameters, NOW)) as Answer,
        take: (answer) => void taken.push(answer),
        isWanted: () => true,
        pause: pauseFor,
        record: Number(CONTACT)
    });
    return taken.at(-1) as ReadResult | Failure;
}

/** Rejects for the first reason that is open, whatever the company calls its reasons. */
async function decide(
    functions: Functions,
    { records }: ReadResult,
    agreement: Agreement
): Promise<DecideResult | Failure> {
    const lead = leadFromHubSpot(records, agreement);
    const reason = reasonsFor(lead, agreement, NOW).find(
        (one) => one.for.includes('rejected') && one.open
    );
    const parameters = {
        objectId: CONTACT,
        kind: 'rejected',
        reason: reason?.code ?? null,
        note: 'Frozen until March',
        by: 'Sam Lee',
        byUserId: 9001,
        seenDecidedAt: null
    };
    return (await functions.run('handoff-decide', parameters, NOW)) as DecideResult | Failure;
}

/** The command as it is typed, without a terminal. */
async function type(argv: readonly string[], server: AccountServer, home: string): Promise<Typed> {
    let stdout = '';
    let stderr = '';
    const into = (add: (text: string) => void): Writable & { isTTY: false; columns: number } =>
        Object.assign(
            new Writable({
                write(chunk: Buffer, _encoding, done) {
                    add(chunk.toString());
                    done();
                }
            }),
            { isTTY: false as const, columns: WIDE }
        );
    const code = await run(argv, {
        stdin: Object.assign(new PassThrough(), { isTTY: false as const }),
        stdout: into((text) => (stdout += text)),
        stderr: into((text) => (stderr += text)),
        env: {
            NO_COLOR: '1',
            HANDOFF_HUBSPOT_API: server.origin,
            HUBSPOT_CONFIG_PATH: path.join(home, 'none.yml'),
            HUBSPOT_PERSONAL_ACCESS_KEY: ACCESS.key,
            HUBSPOT_ACCOUNT_ID: '4711'
        },
        folder: home,
        now: () => NOW
    });
    const text = `${stdout}${stderr}`;
    return { code, text, lines: linesOf(code, stderr) };
}

/** An error with its way out, or the notes of a plan: those begin at the margin, and are wrapped there. */
function linesOf(code: number, stderr: string): string[] {
    const lines = stderr.split('\n').filter((line) => line.trim() !== '');
    if (code !== 0) {
        const first = lines.findIndex((line) => /^Error/.test(line));
        return lines.slice(first).map((line) => line.trim().replace(/\s+/g, ' '));
    }
    const notes: string[] = [];
    let isNote = false;
    for (const line of lines) {
        if (/^(Without|This account) /.test(line)) notes.push(line);
        else if (isNote && /^\S/.test(line) && !/^(The cards|✔)/.test(line)) {
            notes.push(`${notes.pop() ?? ''} ${line}`);
            continue;
        }
        isNote = notes.at(-1) === line;
    }
    return notes;
}

function driftIn({ text }: Typed): string[] {
    const { result } = JSON.parse(text) as {
        result: {
            lines: readonly { what: string; name: string; state: string; why: string | null }[];
        };
    };
    return result.lines
        .filter(({ state }) => state === 'drift')
        .map(({ what, name, why }) => `drift: ${what} ${name}: ${why ?? ''}`);
}
