/** Runs the Apex tests of what a deployment brings, in the org as it would be with it. */
import { createHash } from 'node:crypto';
import {
    cpSync,
    existsSync,
    mkdirSync,
    mkdtempSync,
    readFileSync,
    rmSync,
    writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import { hashOf, type Files } from '../../../cli/salesforce/package.ts';
import type { ClassCoverage } from '../apex/coverage.ts';
import { runApexTests, type TestResult } from '../apex/tests.ts';
import { filesUnder } from '../metadata.ts';
import { openOrg } from '../setup/open.ts';
import type { OrgTrait } from '../traits/types.ts';
import { wholeArchiveOf, store, type OrgMetadata } from './metadata.ts';
import { refusal } from './words.ts';

/** As DeployResult tells it. */
export interface TestsRun {
    readonly failures: readonly object[];
    /** A class or trigger below what an org asks for: none may be. */
    readonly warnings: readonly object[];
    readonly coverage: readonly CoverageResult[];
}
interface CoverageResult {
    readonly name: string;
    readonly numLocations: number;
    readonly numLocationsNotCovered: number;
}
export type RunTests = (
    files: Files,
    named: readonly string[],
    classes: readonly string[]
) => Promise<TestsRun>;

/** Of each class and trigger in a deployment. */
const LEAST_COVERED = 0.75;

/** By what is deployed and into which org: the same tests end alike. */
const runs = new Map<string, Promise<TestsRun>>();

interface TestedOrg {
    readonly metadata: OrgMetadata;
    readonly traits: readonly OrgTrait[];
    readonly now: () => number;
    readonly language: Parameters<typeof refusal>[1];
}

export function testRunner(org: TestedOrg): RunTests {
    return (files, named, classes) => {
        const after = new Map(org.metadata);
        store(after, files, named, 'Ann Admin', '');
        const recordTypes = wholeArchiveOf(after, keysOf(after, 'RecordType'));
        const names = org.traits.map(({ name }) => name);
        const key = createHash('sha256')
            .update(JSON.stringify([hashOf(files), hashOf(recordTypes), names, classes]))
            .digest('hex');
        const known = runs.get(key) ?? run(org, files, recordTypes, classes);
        runs.set(key, known);
        return known;
    };
}

async function run(
    { traits, now, language }: TestedOrg,
    files: Files,
    recordTypes: Files,
    classes: readonly string[]
): Promise<TestsRun> {
    const folder = mkdtempSync(path.join(tmpdir(), 'handoff-tests-'));
    try {
        const source = await sourceOf(withoutRecordTypes(files));
        const own = traits.map((trait, i) => withOwnFolder(trait, path.join(folder, `own-${i}`)));
        const types = path.join(folder, 'record-types');
        const orgTraits: OrgTrait[] = [...own];
        if (recordTypes.size > 0) {
            await toSource(unpacked(recordTypes), types);
            orgTraits.push({ name: 'recordTypes', imitates: 'As they are now.', metadata: types });
        }
        const ran = runApexTests(openOrg(source, now, orgTraits), { now, classes });
        const { results } = ran;
        // What the org has of its own is not asked for.
        const coverage = ran.coverage.filter(
            ({ name }) => files.has(`classes/${name}.cls`) || files.has(`triggers/${name}.trigger`)
        );
        return {
            failures: results.flatMap(failureOf),
            warnings: coverage.filter(isUncovered).map((one) => warningOf(one, language)),
            coverage: coverage.map(coverageOf)
        };
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/** By the archive's hash: orgs that get the same package share its source, and what is parsed of it. */
const sources = new Map<string, Promise<string>>();
const SOURCES = mkdtempSync(path.join(tmpdir(), 'handoff-packages-'));
process.once('exit', () => rmSync(SOURCES, { recursive: true, force: true }));

function sourceOf(files: Files): Promise<string> {
    const hash = hashOf(files);
    const written =
        sources.get(hash) ??
        (async () => {
            const folder = path.join(SOURCES, hash);
            await toSource(files, folder);
            return folder;
        })();
    sources.set(hash, written);
    return written;
}

function keysOf(metadata: OrgMetadata, type: string): string[] {
    return [...metadata.keys()].filter((key) => key.startsWith(`${type}:`));
}

const PROJECT = JSON.stringify({ packageDirectories: [{ path: 'main', default: true }] });

/** Files of an archive, written as the source that they stand for. */
async function toSource(files: Files, outputDirectory: string): Promise<void> {
    const archive = `${outputDirectory}-archive`;
    for (const [name, text] of files) {
        const file = path.join(archive, name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, text);
    }
    // The library looks for the project that it writes into.
    mkdirSync(outputDirectory, { recursive: true });
    writeFileSync(path.join(outputDirectory, 'sfdx-project.json'), PROJECT);
    const components = ComponentSet.fromSource(archive);
    // Without a version it asks a server which is the newest.
    components.sourceApiVersion = '67.0';
    await new MetadataConverter().convert(components, 'source', {
        type: 'directory',
        outputDirectory,
        genUniqueDir: false
    });
    // An object of which only parts were sent gets a file in which nothing stands.
    for (const file of filesUnder(outputDirectory)) {
        const isEmpty = /<CustomObject\b[^>]*(?:\/>|>\s*<\/CustomObject>)/;
        if (/\.object-meta\.xml$/.test(file) && isEmpty.test(readFileSync(file, 'utf8')))
            rmSync(file);
    }
}

const RECORD_TYPES = / *<recordTypes>[\s\S]*?<\/recordTypes>\n?/g;

function withoutRecordTypes(files: Files): Files {
    return new Map([...files].map(([name, text]) => [name, text.replace(RECORD_TYPES, '')]));
}

function unpacked(files: Files): Files {
    return new Map([...files].map(([name, text]) => [name.replace(/^unpackaged\//, ''), text]));
}

/** The trait's metadata but its record types, which stand in the org's own. */
function withOwnFolder(trait: OrgTrait, folder: string): OrgTrait {
    if (trait.metadata === undefined || !existsSync(trait.metadata)) return trait;
    cpSync(trait.metadata, folder, {
        recursive: true,
        filter: (file) => !/\brecordTypes\b/.test(path.relative(trait.metadata as string, file))
    });
    return { ...trait, metadata: folder };
}

function failureOf({ className, method, outcome, message, stackTrace }: TestResult): object[] {
    if (outcome === 'pass') return [];
    const told = outcome === 'refused' ? `not run by the sandbox: ${message}` : message;
    return [{ name: className, methodName: method, message: told, stackTrace, type: 'Class' }];
}

function isUncovered({ lines, covered }: ClassCoverage): boolean {
    return lines > 0 && covered / lines < LEAST_COVERED;
}

function warningOf(
    { name, lines, covered }: ClassCoverage,
    language: Parameters<typeof refusal>[1]
): object {
    const share = String(Math.floor((covered / lines) * 100));
    return { id: null, name, namespace: null, message: refusal('coverage', language, share) };
}

function coverageOf({ name, lines, covered }: ClassCoverage): CoverageResult {
    return { name, numLocations: lines, numLocationsNotCovered: lines - covered };
}
