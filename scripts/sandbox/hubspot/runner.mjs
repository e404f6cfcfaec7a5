// Runs an app function with HubSpot's own executor, in a thread whose clock stands at the portal's now.
import { parentPort, workerData } from 'node:worker_threads';
import { stopTime } from './clock.mjs';

// The package exports its executor to nobody: this is how `hs project dev` reaches it, too.
const serverless = '../../../node_modules/@hubspot/ui-extensions-dev-server/dist/lib/serverless/';
const [{ executeFunction }, { buildServiceConfiguration }] = await Promise.all(
    ['executor.js', 'config.js'].map(
        (file) => import(new URL(serverless + file, import.meta.url).href)
    )
);

const { directory, platformVersion, uids, steppedTime, counts } = workerData;
const time = steppedTime ? stopTime() : null;
countFetches(new Int32Array(counts));
const quiet = { log() {}, info() {}, warn() {}, error() {}, debug() {} };
const config = buildServiceConfiguration(directory, {
    accountId: 1,
    platformVersion,
    logger: quiet,
    appFunctions: Object.fromEntries(
        uids.map((/** @type {string} */ uid) => [
            uid,
            { resolvedPath: `${directory}/${uid}.js`, componentRoot: directory, secrets: [] }
        ])
    )
});

/** More than a chain of promises takes that no answer is awaited in. */
const TURNS = 5;

/**
 * Tells the portal which calls were made, which ended, and for how many of them nothing that runs here
 * may make another one: so it knows a round of calls without looking at a clock.
 * @param {Int32Array} shared calls made, ended, and settled
 */
function countFetches(shared) {
    const fetchNow = globalThis.fetch;
    const settle = async (/** @type {number} */ made) => {
        for (let turn = 0; turn < TURNS; turn += 1) {
            await new Promise((resolve) => setImmediate(resolve));
        }
        if (Atomics.load(shared, 0) === made) Atomics.store(shared, 2, made);
    };
    globalThis.fetch = async (...args) => {
        const made = Atomics.add(shared, 0, 1) + 1;
        void settle(made);
        try {
            return await fetchNow(...args);
        } finally {
            Atomics.add(shared, 1, 1);
        }
    };
}

const RealDate = Date;
/** Stays stopped between calls: two may run at once, and the thread does nothing else. @param {number} now */
function stopClock(now) {
    globalThis.Date = /** @type {DateConstructor} */ (
        class extends RealDate {
            /** @param {...any} given */
            constructor(...given) {
                // @ts-expect-error Date takes any of its argument lists.
                super(...(given.length === 0 ? [now] : given));
            }
            /** @override */
            static now() {
                return now;
            }
        }
    );
}

parentPort?.on('message', async ({ call, uid, parameters, now, token, hanging }) => {
    if (hanging !== undefined) {
        time?.step(hanging);
        return;
    }
    stopClock(now);
    process.env.PRIVATE_APP_ACCESS_TOKEN = token;
    const start = performance.now();
    const settle = (/** @type {object} */ outcome) =>
        parentPort?.postMessage({ call, took: performance.now() - start, ...outcome });
    try {
        await executeFunction(config, uid, { parameters }, (/** @type {unknown} */ result) =>
            settle({ result })
        );
    } catch (error) {
        const { reason, cause, message } = /** @type {any} */ (error);
        settle({ error: `${reason ?? message}: ${cause ?? ''}` });
    }
});
