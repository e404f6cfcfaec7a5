/** Real app functions, bundled as they are deployed, run against a portal. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { bundleFunction, FUNCTIONS } from '../../build/hubspot-functions.ts';
import type { FunctionUid } from '../../build/hubspot-functions.ts';

export interface Functions {
    /** What the function answers; rejects when it throws or HubSpot's executor stops it. */
    run(uid: string, parameters: unknown, now: number): Promise<unknown>;
    /** How many functions run. */
    readonly running: number;
    /** How long the function that ended last took on its own clock, in milliseconds. */
    readonly took: number;
    /** Whether so many calls under way are all that the functions make before one of them is answered. */
    areAll(underWay: number): boolean;
    /** Moves stepped time to the next timer, when so many calls hang and nothing else is awaited. */
    step(hanging: number): void;
    close(): Promise<void>;
}

interface Outcome {
    readonly call: number;
    readonly took?: number;
    readonly result?: unknown;
    readonly error?: string;
}

/** Functions as they are uploaded: one file each, by uid. */
export interface FunctionSources {
    readonly platformVersion: string;
    readonly sources: { readonly [uid: string]: string };
}

/** Bundles every function of a project, as they are deployed. */
export async function projectFunctions(project: string): Promise<FunctionSources> {
    const uids = Object.keys(FUNCTIONS) as FunctionUid[];
    const sources = await Promise.all(
        uids.map(async (uid) => [uid, await bundleFunction(uid, project)] as const)
    );
    const settings = await readFile(path.join(project, 'hsproject.json'), 'utf8');
    const { platformVersion } = JSON.parse(settings) as { platformVersion: string };
    return { platformVersion, sources: Object.fromEntries(sources) };
}

/** Starts the thread that runs functions, whose time stands still until `step` when it is stepped. */
export async function startFunctions(
    { platformVersion, sources }: FunctionSources,
    {
        origin,
        token,
        steppedTime = false
    }: {
        readonly origin: string;
        readonly token: string | (() => string);
        readonly steppedTime?: boolean;
    }
): Promise<Functions> {
    const directory = await mkdtemp(path.join(tmpdir(), 'handoff-functions-'));
    const uids = Object.keys(sources);
    await writeFile(path.join(directory, 'package.json'), '{ "type": "commonjs" }\n');
    await Promise.all(
        Object.entries(sources).map(([uid, source]) =>
            writeFile(path.join(directory, `${uid}.js`), source)
        )
    );
    const counts = new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT);
    const worker = new Worker(new URL('runner.mjs', import.meta.url), {
        workerData: { directory, platformVersion, uids, steppedTime, counts },
        env: { ...process.env, HUBSPOT_API_ORIGIN: origin },
        // Hooks of the test runner have no business in a function.
        execArgv: []
    });
    worker.unref();
    const waiting = new Map<number, (outcome: Outcome) => void>();
    worker.on('message', (outcome: Outcome) => {
        waiting.get(outcome.call)?.(outcome);
        waiting.delete(outcome.call);
    });
    worker.on('error', (error) => {
        for (const [call, settle] of waiting) settle({ call, error: String(error) });
        waiting.clear();
    });
    let calls = 0;
    let took = 0;
    return {
        get running() {
            return waiting.size;
        },
        get took() {
            return took;
        },
        areAll(underWay) {
            const [made = 0, ended = 0, settled = 0] = new Int32Array(counts);
            return made === settled && underWay >= made - ended;
        },
        step: (hanging) => worker.postMessage({ hanging }),
        async run(uid, parameters, now) {
            calls += 1;
            const call = calls;
            const outcome = await new Promise<Outcome>((resolve) => {
                waiting.set(call, resolve);
                worker.ref();
                worker.postMessage({
                    call,
                    uid,
                    parameters: structuredClone(parameters),
                    now,
                    token: typeof token === 'string' ? token : token()
                });
            });
            if (waiting.size === 0) worker.unref();
            took = outcome.took ?? 0;
            if (outcome.error !== undefined) throw new Error(`${uid}: ${outcome.error}`);
            return outcome.result;
        },
        async close() {
            await worker.terminate();
            await rm(directory, { recursive: true, force: true });
        }
    };
}
