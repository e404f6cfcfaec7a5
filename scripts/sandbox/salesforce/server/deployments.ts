/** Deployments as an org carries them out: in line, then the components, then the tests, then all or nothing. */
import { XMLParser } from 'fast-xml-parser';
import { componentsOf } from '../../../cli/salesforce/components.ts';
import type { Files } from '../../../cli/salesforce/package.ts';
import { makeId } from '../ids.ts';
import { deleteFailures, testMethods, writeFailures, type OrgFacts } from './checks.ts';
import { fileOf, forgetField, store, type OrgMetadata } from './metadata.ts';
import type { RunTests, TestsRun } from './testRun.ts';
import type { Trouble } from './trouble.ts';

interface Options {
    readonly checkOnly?: boolean;
    readonly testLevel?: string;
    readonly runTests?: readonly string[];
}
interface Deployment {
    readonly id: string;
    readonly files: Files;
    readonly options: Options;
    readonly named: readonly string[];
    readonly deleted: readonly string[];
    looks: number;
    /** Its last part, while the tests run. */
    ending: Promise<object> | null;
    result: object | null;
    isSuccess: boolean;
}
export interface Deployments {
    begin(files: Files, options: Options): string;
    /** Null: that validation cannot be deployed. */
    beginQuick(validationId: string): string | null;
    /** DeployResult after one more look; null: no such deployment. */
    look(id: string): Promise<object> | null;
    readonly all: readonly Deployment[];
}
interface World {
    readonly metadata: OrgMetadata;
    readonly trouble: Trouble;
    readonly facts: () => OrgFacts;
    readonly now: () => number;
    /** Runs the tests of what is deployed; null: they are not run, and pass. */
    readonly runTests: RunTests | null;
    /** What follows from it elsewhere: permission sets become records. */
    readonly deployed: () => void;
}

const ADMIN = 'Ann Admin';
const NOT_RUN: TestsRun = { failures: [], warnings: [], coverage: [] };

export function createDeployments(world: World): Deployments {
    const all = new Map<string, Deployment>();
    const begin = (files: Files, options: Options): string => {
        const id = makeId('0Af', all.size + 1);
        const named = membersOf(files.get('package.xml'));
        const deleted = ['destructiveChanges.xml', 'destructiveChangesPost.xml'].flatMap((name) =>
            membersOf(files.get(name))
        );
        all.set(id, {
            id,
            files,
            options,
            named,
            deleted,
            looks: 0,
            ending: null,
            result: null,
            isSuccess: false
        });
        return id;
    };
    return {
        begin,
        get all() {
            return [...all.values()];
        },
        beginQuick(validationId) {
            const valid = all.get(validationId);
            if (valid === undefined || !valid.isSuccess || !valid.options.checkOnly) return null;
            if (world.trouble.isQuickDeployRefused) return null;
            return begin(valid.files, { testLevel: 'NoTestRun' });
        },
        look(id) {
            const deployment = all.get(id);
            if (deployment === undefined) return null;
            deployment.looks++;
            return deployment.result === null
                ? step(deployment, world)
                : Promise.resolve(deployment.result);
        }
    };
}

async function step(deployment: Deployment, world: World): Promise<object> {
    const { files, options, looks, named, deleted } = deployment;
    const { pending, components, tests } = world.trouble.looks;
    const total = named.length + deleted.length;
    const testTotal = (options.runTests ?? []).reduce(
        (sum, one) => sum + testMethods(files, one),
        0
    );
    const progress = (done: number, tested: number, status: string): object =>
        resultOf(deployment, {
            done: false,
            status,
            success: false,
            total,
            deployed: done,
            testTotal,
            tested
        });
    if (looks <= pending) return progress(0, 0, 'Pending');
    if (looks <= pending + components) {
        return progress(
            Math.floor((total * (looks - pending)) / (components + 1)),
            0,
            'InProgress'
        );
    }
    const inTests = looks - pending - components;
    if (testTotal > 0 && inTests <= tests) {
        return progress(total, Math.floor((testTotal * inTests) / (tests + 1)), 'InProgress');
    }
    deployment.ending ??= end(deployment, world, total, testTotal);
    // Told to whoever looks next.
    deployment.ending.catch(() => {});
    const isRunning = testTotal > 0 && world.runTests !== null && deployment.result === null;
    if (!isRunning || looks > pending + components + tests + 1) return deployment.ending;
    return progress(total, testTotal - 1, 'InProgress');
}

async function end(
    deployment: Deployment,
    world: World,
    total: number,
    testTotal: number
): Promise<object> {
    const { files, named, deleted, options } = deployment;
    const { metadata, trouble, facts, now } = world;
    const found = componentsOf(files);
    const given = trouble.outcomes.shift() ?? trouble.outcome;
    const failures = [
        ...writeFailures(named, found, facts()),
        ...deleteFailures(deleted, facts()),
        ...(given.componentFailures ?? [])
    ].map((one) => ({ success: false, changed: false, created: false, deleted: false, ...one }));
    const runTests = options.testLevel === 'RunSpecifiedTests' ? (options.runTests ?? []) : [];
    const ran =
        world.runTests !== null && runTests.length > 0 && failures.length === 0
            ? await world.runTests(files, named, runTests)
            : NOT_RUN;
    const testFailures = testTotal === 0 ? [] : [...ran.failures, ...(given.testFailures ?? [])];
    const warnings = testTotal === 0 ? [] : [...ran.warnings, ...(given.coverageWarnings ?? [])];
    const isPartial = given.isPartial === true && failures.length > 0;
    const success = failures.length === 0 && testFailures.length === 0 && ran.warnings.length === 0;
    if ((success || isPartial) && !options.checkOnly) {
        store(metadata, files, named, ADMIN, new Date(now()).toISOString());
        for (const key of deleted) remove(metadata, key);
        world.deployed();
    }
    const status = success ? 'Succeeded' : isPartial ? 'SucceededPartial' : 'Failed';
    deployment.isSuccess = success;
    deployment.result = {
        ...resultOf(deployment, {
            done: true,
            status,
            success,
            total,
            deployed: total - failures.length,
            testTotal,
            tested: testTotal - testFailures.length
        }),
        numberComponentErrors: failures.length,
        numberTestErrors: testFailures.length,
        details: {
            componentSuccesses: [...found.values()].map((component) => ({
                fullName: component.fullName,
                fileName: fileOf(component),
                componentType: component.type,
                changed: true,
                created: false,
                deleted: false,
                success: true
            })),
            componentFailures: failures,
            runTestResult: {
                numTestsRun: testTotal,
                numFailures: testFailures.length,
                failures: testFailures,
                codeCoverage: ran.coverage,
                codeCoverageWarnings: warnings
            }
        }
    };
    return deployment.result;
}

/** An object takes its fields, its rules and its records along. */
function remove(metadata: OrgMetadata, key: string): void {
    metadata.delete(key);
    const [type, name] = key.split(/:(.*)/s);
    if (type === 'CustomField') forgetField(metadata, name ?? '');
    if (type !== 'CustomObject') return;
    for (const other of [...metadata.keys()]) {
        if (other.replace(/^\w+:/, '').startsWith(`${name}.`)) metadata.delete(other);
    }
}

interface Standing {
    readonly done: boolean;
    readonly status: string;
    readonly success: boolean;
    readonly total: number;
    readonly deployed: number;
    readonly testTotal: number;
    readonly tested: number;
}

function resultOf({ id, options }: Deployment, standing: Standing): object {
    return {
        id,
        done: standing.done,
        status: standing.status,
        success: standing.success,
        checkOnly: options.checkOnly ?? false,
        ignoreWarnings: false,
        rollbackOnError: true,
        numberComponentsTotal: standing.total,
        numberComponentsDeployed: standing.deployed,
        numberComponentErrors: 0,
        numberTestsTotal: standing.testTotal,
        numberTestsCompleted: standing.tested,
        numberTestErrors: 0,
        runTestsEnabled: standing.testTotal > 0,
        createdByName: ADMIN,
        details: { componentSuccesses: [], componentFailures: [] }
    };
}

const parser = new XMLParser({
    parseTagValue: false,
    isArray: (name) => ['types', 'members'].includes(name)
});

/** `Type:FullName` of what a package.xml or a destructiveChanges.xml names. */
export function membersOf(xml: string | undefined): string[] {
    if (xml === undefined) return [];
    const { Package } = parser.parse(xml) as {
        Package?: { types?: { name: string; members: string[] }[] };
    };
    return (Package?.types ?? []).flatMap(({ name, members }) =>
        (members ?? []).map((member) => `${name}:${member.replace(/\/$/, '')}`)
    );
}
