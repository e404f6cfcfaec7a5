import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { filesUnder } from '../../../scripts/sandbox/salesforce/metadata.ts';
import { run } from '../../../scripts/setup/command.mjs';
import { cached } from '../cached.ts';
import type { Catalogue } from '../catalogue/objects.ts';
import { projectPath, type Finding } from '../package.ts';
import { readProject } from '../references/project.ts';
import { FIELDS } from './additions.ts';
import { standardLibrary } from './library.ts';

/** The jars that Prettier's plugin for Apex brings; Salesforce's compiler is one of them. */
const JARS = path.resolve(
    path.dirname(createRequire(import.meta.url).resolve('prettier-plugin-apex')),
    '../../vendor/apex-ast-serializer/lib'
);
const USED_JARS = /[/\\](apex-jorje-lsp|jackson-(annotations|core|databind)-[\d.]+)\.jar$/;
export const COMPILER = path.join(JARS, 'apex-jorje-lsp.jar');
const CODE = /\.(cls|trigger)$/;

/** Apex's type of a custom field by its type in metadata; a formula has that of its result. */
const APEX_TYPES: { readonly [type: string]: string } = {
    AutoNumber: 'String',
    Checkbox: 'Boolean',
    Currency: 'Decimal',
    Date: 'Date',
    DateTime: 'Datetime',
    Email: 'String',
    Html: 'String',
    LongTextArea: 'String',
    MultiselectPicklist: 'String',
    Number: 'Decimal',
    Percent: 'Decimal',
    Phone: 'String',
    Picklist: 'String',
    Text: 'String',
    TextArea: 'String',
    Time: 'Time',
    Url: 'String'
};

/**
 * What Salesforce's own compiler refuses in the classes and triggers of these packages. It runs up to the
 * stage before it would write an org's bytecode, against the platform's library, the platform's objects
 * and what the packages' metadata add to them. It does not look into queries.
 *
 * @param roots package folders, compiled together
 * @throws Error when a file lacks its API version or the compiler breaks down
 */
export async function compileApex(roots: readonly string[]): Promise<Finding[]> {
    const { catalogue, names } = await readProject(roots);
    const files = roots.flatMap(filesUnder).filter((file) => CODE.test(file));
    const input = JSON.stringify({
        files: files.map((file) => ({ path: file, apiVersion: apiVersion(file) })),
        objects: objectTypes(catalogue),
        labels: [...names('labels')],
        library: await standardLibrary(COMPILER)
    });
    const driver = driverSources();
    const contents = [...files, ...driver, COMPILER].map((file) => readFileSync(file));
    return cached('compiler', [input, ...contents], () => drive(driver, input));
}

function apiVersion(file: string): number {
    const version = /<apiVersion>(\d+)/.exec(readFileSync(`${file}-meta.xml`, 'utf8'))?.[1];
    if (version === undefined) throw new Error(`${file}-meta.xml: no apiVersion`);
    return Number(version);
}

function objectTypes(catalogue: Catalogue): { [object: string]: { [field: string]: string } } {
    return Object.fromEntries(
        [...catalogue.values()].map(({ name, members }) => [
            name,
            {
                ...Object.fromEntries(
                    [...members.values()].map((member) => [
                        member.name,
                        APEX_TYPES[member.type] ?? member.type
                    ])
                ),
                ...FIELDS[name]
            }
        ])
    );
}

function driverSources(): string[] {
    return filesUnder(import.meta.dirname).filter((file) => file.endsWith('.java'));
}

/** Compiles the driver, which takes a second, and runs it over the input. */
async function drive(driver: readonly string[], input: string): Promise<Finding[]> {
    const workspace = mkdtempSync(path.join(tmpdir(), 'handoff-compiler-'));
    const jars = filesUnder(JARS).filter((file) => USED_JARS.test(file));
    const classPath = [workspace, ...jars].join(path.delimiter);
    try {
        const javac = ['-m', 'jdk.compiler/com.sun.tools.javac.Main'];
        await java([...javac, '-cp', classPath, '-d', workspace, ...driver]);
        const file = path.join(workspace, 'input.json');
        writeFileSync(file, input);
        const output = await java(['-cp', classPath, 'ApexCheck', file]);
        return (JSON.parse(output) as Finding[]).map((finding) => ({
            ...finding,
            file: projectPath(finding.file)
        }));
    } finally {
        rmSync(workspace, { recursive: true });
    }
}

async function java(args: readonly string[]): Promise<string> {
    const { code, output, stdout } = await run('java', args);
    if (code !== 0) throw new Error(`java ${args.join(' ')} ended with ${code}\n${output}`);
    return stdout;
}
