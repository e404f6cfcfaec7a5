/** The Salesforce package as a deployment sends it. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import JSZip from 'jszip';
import { project } from './api.ts';

const SOURCE = 'force-app/main';
/** Only for an org that keeps emails as records: with their tests. */
const EMAIL = /^email(?:-|$)/;

/** The files of an archive by their path. */
export type Files = ReadonlyMap<string, string>;

export interface Package {
    readonly files: Files;
    /** For mapping what an org says back to our source files. */
    readonly components: ComponentSet;
}

export interface PackageParts {
    /** The project's folder. */
    readonly root: string;
    readonly withEmail: boolean;
    /** False: without the test classes. */
    readonly withTests?: boolean;
    /** False: no field of a standard object takes one of its history slots. */
    readonly withHistory?: boolean;
}

export async function readPackage({
    root,
    withEmail,
    withTests = true,
    withHistory = true
}: PackageParts): Promise<Package> {
    const source = path.join(root, SOURCE);
    const folders = readdirSync(source).filter((name) => withEmail || !EMAIL.test(name));
    const components = ComponentSet.fromSource(folders.map((name) => path.join(source, name)));
    // Without a version it asks a server which is the newest.
    components.sourceApiVersion = project.sourceApiVersion;
    const { zipBuffer } = await new MetadataConverter().convert(components, 'metadata', {
        type: 'zip'
    });
    if (zipBuffer === undefined) throw new Error(`${source} gave no archive`);
    const all = await unzipped(zipBuffer);
    const files = withTests ? all : withoutTests(all);
    return { files: withHistory ? files : withoutHistory(files), components };
}

function withoutTests(files: Files): Files {
    const tests = classes(files).flatMap(([name, text]) => (isTestClass(text) ? [name] : []));
    const isOfTest = (file: string): boolean =>
        tests.some((name) => file.startsWith(`classes/${name}.cls`));
    const members = new RegExp(` *<members>(?:${tests.join('|')})</members>\\n?`, 'g');
    return new Map(
        [...files]
            .filter(([file]) => !isOfTest(file))
            .map(([file, text]) => [
                file,
                file === 'package.xml' ? text.replace(members, '') : text
            ])
    );
}

/** Whether a class is there for tests alone. */
export function isTestClass(code: string): boolean {
    return /^@IsTest\b/im.test(code);
}

/** Its own objects keep their history: each has slots of its own. */
function withoutHistory(files: Files): Files {
    return new Map(
        [...files].map(([name, text]) =>
            /^objects\/[A-Za-z]+\.object$/.test(name)
                ? [
                      name,
                      text
                          .replace(/ *<enableHistory>true<\/enableHistory>\n?/g, '')
                          .replaceAll(
                              '<trackHistory>true</trackHistory>',
                              '<trackHistory>false</trackHistory>'
                          )
                  ]
                : [name, text]
        )
    );
}

export async function unzipped(archive: Buffer): Promise<Files> {
    const zip = await JSZip.loadAsync(archive);
    const files = Object.values(zip.files).filter(({ dir }) => !dir);
    return new Map(
        await Promise.all(
            files.map(async (file) => [file.name, await file.async('string')] as const)
        )
    );
}

/** The same files give the same bytes. */
export function zipped(files: Files): Promise<Buffer> {
    const zip = new JSZip();
    const date = new Date(0);
    for (const [name, text] of [...files].sort())
        zip.file(name, text, { date, createFolders: false });
    return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** Tells whether two archives are the same. */
export function hashOf(files: Files): string {
    const hash = createHash('sha256');
    for (const [name, text] of [...files].sort()) hash.update(`${name}\0${text}\0`);
    return hash.digest('hex').slice(0, 16);
}

/** The names of our classes with tests: some are there for tests only, and have none themselves. */
export function testClasses(files: Files): string[] {
    return classes(files).flatMap(([name, text]) =>
        /^[ \t]+@IsTest\b/im.test(text) ? [name] : []
    );
}

export interface Job {
    readonly className: string;
    /** As Setup's Scheduled Jobs lists it. */
    readonly name: string;
}

/** The scheduled jobs: the Schedulable classes that say their job's name, with a start() and a stop(). */
export function jobsOf(files: Files): Job[] {
    return classes(files).flatMap(([className, text]) => {
        const name = /\bJOB_NAME\s*=\s*'([^']+)'/.exec(text)?.[1];
        const isJob = /\bimplements\s+[^{]*\bSchedulable\b/i.test(text);
        return isJob && name !== undefined ? [{ className, name }] : [];
    });
}

export function classNames(files: Files): string[] {
    return classes(files).map(([name]) => name);
}

function classes(files: Files): (readonly [string, string])[] {
    return [...files].flatMap(([name, text]) => {
        const found = /^classes\/(\w+)\.cls$/.exec(name)?.[1];
        return found === undefined ? [] : [[found, text] as const];
    });
}
