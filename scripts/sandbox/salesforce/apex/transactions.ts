import type { SandboxUser } from '../access.ts';
import { runQuery } from '../soql/run.ts';
import type { Store } from '../store.ts';
import type { Coverage } from './coverage.ts';
import { newFrame } from './frames.ts';
import { Jobs } from './jobs.ts';
import { ASYNCHRONOUS, Limits, SYNCHRONOUS } from './limits.ts';
import type { Frame, Program, TestContext, Transaction } from './program.ts';

/** Where code runs: the package, the rows, and who asks when. */
export interface Environment {
    readonly program: Program;
    readonly store: Store;
    readonly user: SandboxUser;
    readonly now: () => number;
    /** Answers queries in the place of the store; throws QueryError for one that an org rejects. */
    readonly runQuery?: typeof runQuery;
    /** Notes which lines run. */
    readonly coverage?: Coverage;
    /** Whether it is a job's part, with the limits of one. */
    readonly isAsynchronous?: boolean;
}

/** Opens a transaction as of a request of a user. */
export function newTransaction(
    environment: Environment,
    test: TestContext | null = null
): Transaction {
    const { program, store, user, now, coverage } = environment;
    return {
        program,
        store,
        user,
        now,
        runQuery: environment.runQuery ?? runQuery,
        statics: new Map(),
        initialised: new Set(),
        limits: new Limits(environment.isAsynchronous ? ASYNCHRONOUS : SYNCHRONOUS),
        writes: { setup: null, data: null },
        trigger: null,
        triggerDepth: 0,
        frame: null,
        isSharing: false,
        jobs: new Jobs(null),
        isTest: test !== null,
        test,
        coverage: coverage ?? null
    };
}

/**
 * Opens the transaction of a job that another queued. In a test its static fields are those of the test, as
 * on the platform, where a job runs in the test's own thread.
 *
 * @param kind of the job, since some jobs may not start others
 */
export function asynchronous(
    from: Transaction,
    kind: Jobs['kind'],
    user: SandboxUser
): Transaction {
    return {
        ...from,
        user,
        statics: from.isTest ? from.statics : new Map(),
        initialised: from.isTest ? from.initialised : new Set(),
        limits: new Limits(ASYNCHRONOUS),
        writes: { setup: null, data: null },
        trigger: null,
        triggerDepth: 0,
        frame: null,
        isSharing: false,
        test: null,
        jobs: new Jobs(kind)
    };
}

/** A call outside all code. */
export function rootFrame(transaction: Transaction): Frame {
    const frame = newFrame(transaction, null, 'AnonymousBlock', 'AnonymousBlock');
    transaction.frame = frame.caller;
    return frame;
}
