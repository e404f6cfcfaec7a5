/** Runs the Apex tests of a package in an org, as the org itself would. */
import type { SandboxUser } from '../access.ts';
import { PackageError, SandboxRefusal } from '../errors.ts';
import type { Store } from '../store.ts';
import { isSetupObject } from './setupObjects.ts';
import { initialise } from './classes.ts';
import type { ClassCoverage } from './coverage.ts';
import { Coverage, coverageOf } from './coverage.ts';
import { invoke } from './invoke.ts';
import type { Job } from './jobs.ts';
import { shownType } from './library/exceptions.ts';
import { Limits, SYNCHRONOUS } from './limits.ts';
import type { Program, TestContext } from './program.ts';
import { runJob } from './runJobs.ts';
import type { ClassDefinition, MethodDefinition } from './source.ts';
import { newTransaction } from './transactions.ts';
import { ApexException } from './values.ts';

/** The org in which tests run. */
export interface TestedOrg {
    readonly program: Program;
    readonly store: Store;
    /** As whom they run. */
    readonly deployer: SandboxUser;
}

export interface TestOptions {
    /** The org's clock: epoch milliseconds. */
    readonly now: () => number;
    /** Names of the classes to run, in any case; all that hold tests unless given. */
    readonly classes?: readonly string[];
    /** Only methods of this name. */
    readonly method?: string;
}

export interface TestResult {
    readonly className: string;
    readonly method: string;
    /** `refused`: the sandbox does not run something that the test needs, so nobody knows. */
    readonly outcome: 'pass' | 'fail' | 'refused';
    /** Null for a test that passed. */
    readonly message: string | null;
    readonly stackTrace: string | null;
    /** `HandoffClock.cls:42`, where it failed. */
    readonly where: string | null;
}

export interface TestRun {
    readonly results: readonly TestResult[];
    /** Of every class and trigger that is no test. */
    readonly coverage: readonly ClassCoverage[];
}

/**
 * Runs test methods, each in a transaction of its own, which is undone after it. They see setup (users,
 * profiles, permission sets), and none of the org's records. The org is afterwards as it was.
 *
 * @throws PackageError for a class that does not exist
 */
export function runApexTests(org: TestedOrg, options: TestOptions): TestRun {
    const { program, store } = org;
    const coverage = new Coverage();
    const before = store.dump();
    const results: TestResult[] = [];
    try {
        store.load(
            Object.fromEntries(Object.entries(before).filter(([name]) => isSetupObject(name)))
        );
        for (const definition of testClasses(program, options.classes)) {
            results.push(...runClass(definition, org, options, coverage));
        }
    } finally {
        store.load(before);
    }
    return { results, coverage: coverageOf(program, coverage) };
}

/** The classes that hold test methods, by name. */
function testClasses(
    program: Program,
    names: readonly string[] | undefined
): readonly ClassDefinition[] {
    if (names === undefined) {
        return program.classes().filter((one) => testMethods(one).length > 0);
    }
    return names.map((name) => {
        const found = program.findClass(name);
        if (found === null) throw new PackageError(`there is no class ${name}`);
        return found;
    });
}

function testMethods({ methods }: ClassDefinition): MethodDefinition[] {
    return [...methods.values()].flat().filter(({ annotations }) => annotations.has('istest'));
}

function runClass(
    definition: ClassDefinition,
    org: TestedOrg,
    options: TestOptions,
    coverage: Coverage
): TestResult[] {
    const { store } = org;
    const wanted = options.method?.toLowerCase();
    const tests = testMethods(definition).filter(
        ({ name }) => wanted === undefined || name.toLowerCase() === wanted
    );
    const setups = [...definition.methods.values()]
        .flat()
        .filter(({ annotations }) => annotations.has('testsetup'));
    const classState = store.savepoint();
    try {
        for (const setup of setups) {
            const failed = runMethod(setup, org, options, coverage);
            if (failed.outcome !== 'pass')
                return tests.map(({ name }) => ({ ...failed, method: name }));
        }
        return tests.map((method) => {
            const state = store.savepoint();
            try {
                return runMethod(method, org, options, coverage);
            } finally {
                store.rollback(state);
            }
        });
    } finally {
        store.rollback(classState);
    }
}

function runMethod(
    method: MethodDefinition,
    { program, store, deployer: user }: TestedOrg,
    { now }: TestOptions,
    coverage: Coverage
): TestResult {
    const transaction = newTransaction({ program, store, user, now, coverage }, testContext());
    const named = { className: method.owner.name, method: method.name };
    try {
        if (method.owner.seesAllData || method.annotations.has('seealldata')) {
            const place = `${method.owner.file}:${method.line}`;
            throw new SandboxRefusal('a test that sees the org’s records', place);
        }
        initialise(method.owner, transaction);
        invoke(method, null, [], transaction);
        return { ...named, outcome: 'pass', message: null, stackTrace: null, where: null };
    } catch (error) {
        return { ...named, ...failureOf(error) };
    }
}

function failureOf(error: unknown): Omit<TestResult, 'className' | 'method'> {
    if (error instanceof ApexException) {
        return {
            outcome: 'fail',
            message: `${shownType(error)}: ${error.apexMessage}`,
            stackTrace: error.stackTrace,
            where: error.where
        };
    }
    if (error instanceof SandboxRefusal || error instanceof PackageError) {
        const outcome = error instanceof SandboxRefusal ? 'refused' : 'fail';
        return { outcome, message: error.message, stackTrace: null, where: error.where };
    }
    throw error;
}

/** The part between `Test.startTest` and `Test.stopTest` has limits of its own, and runs its jobs at the end. */
function testContext(): TestContext {
    let outer: Limits | null = null;
    let earlier: Job[] = [];
    let isDone = false;
    return {
        start(transaction) {
            if (outer !== null || isDone) {
                throw new ApexException('FinalException', 'Testing has already been started');
            }
            outer = transaction.limits;
            earlier = transaction.jobs.queued;
            transaction.jobs.queued = [];
            transaction.limits = new Limits(SYNCHRONOUS);
        },
        stop(transaction) {
            if (outer === null) {
                throw new ApexException('FinalException', 'Testing has not been started');
            }
            const started = transaction.jobs.queued;
            transaction.jobs.queued = [];
            // What these jobs queue in turn waits until the test is over, and then is undone with it.
            for (const job of started) runJob(job, transaction);
            transaction.jobs.queued = earlier;
            transaction.limits = outer;
            outer = null;
            isDone = true;
        }
    };
}
