import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../scripts/setup/command.mjs';
import { filesUnder } from '../../scripts/sandbox/salesforce/metadata.ts';
import { JARS } from './catalogue/standard.ts';
import { projectPath, type Finding } from './package.ts';

const CODE = /\.(cls|trigger)(-meta\.xml)?$/;
const CLEAN = 0;
const FOUND = 4;

/**
 * Checks types, fields, calls and reachability as the Apex compiler would, by apex-ls.
 *
 * apex-ls takes any field of a standard object for one that the org may have added, unless an earlier
 * package has extended the object. So the metadata and the code are laid into two packages, and each
 * standard object that the code names gets a field of no use in both.
 *
 * @param roots package folders, checked together, since starting Java takes the most time
 * @param standard the names of the platform's own objects
 */
export async function checkApex(
    roots: readonly string[],
    standard: readonly string[]
): Promise<Finding[]> {
    const workspace = mkdtempSync(path.join(tmpdir(), 'handoff-apex-'));
    try {
        const origins = layOut(workspace, roots, standard);
        const { code, output, stdout } = await run('java', [
            '-cp',
            path.join(JARS, '*'),
            'io.github.apexdevtools.apexls.CheckForIssues',
            ...['--nocache', '--detail', 'warnings', '--format', 'json'],
            ...['--workspace', workspace]
        ]);
        if (code !== CLEAN && code !== FOUND)
            throw new Error(`apex-ls ended with ${code}\n${output}`);
        return findings(stdout, origins);
    } finally {
        rmSync(workspace, { recursive: true });
    }
}

/** Writes the workspace; gives where each file of code in it came from. */
function layOut(
    workspace: string,
    roots: readonly string[],
    standard: readonly string[]
): Map<string, string> {
    const origins = new Map<string, string>();
    const words = new Set<string>();
    for (const [index, root] of roots.entries()) {
        for (const file of filesUnder(root)) {
            const relative = path.relative(root, file);
            if (CODE.test(file)) {
                const copy = path.join(workspace, 'code', String(index), relative);
                cpSync(file, copy);
                origins.set(copy, projectPath(file));
                if (file.endsWith('-meta.xml')) continue;
                for (const word of readFileSync(file, 'utf8').match(/\w+/g) ?? []) {
                    words.add(word.toLowerCase());
                }
            } else if (file.endsWith('-meta.xml')) {
                cpSync(file, path.join(workspace, 'schema', String(index), relative));
            }
        }
    }
    for (const object of standard.filter((name) => words.has(name.toLowerCase()))) {
        for (const layer of ['schema', 'code']) complete(path.join(workspace, layer), object);
    }
    const packageDirectories = [{ path: 'schema', default: true }, { path: 'code' }];
    writeFileSync(
        path.join(workspace, 'sfdx-project.json'),
        JSON.stringify({ packageDirectories, namespace: '', sourceApiVersion: '65.0' })
    );
    return origins;
}

function complete(layer: string, object: string): void {
    const folder = path.join(layer, 'objects', object, 'fields');
    const name = `Unused_${path.basename(layer)}__c`;
    mkdirSync(folder, { recursive: true });
    writeFileSync(
        path.join(folder, `${name}.field-meta.xml`),
        '<?xml version="1.0" encoding="UTF-8"?>\n' +
            '<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">' +
            `<fullName>${name}</fullName><label>Unused</label><type>DateTime</type></CustomField>\n`
    );
}

/** The part of apex-ls's JSON that is read here. */
interface Report {
    readonly files?: readonly {
        readonly path: string;
        readonly messages: readonly {
            readonly start: { readonly line: number };
            readonly category: string;
            readonly message: string;
        }[];
    }[];
}

function findings(json: string, origins: Map<string, string>): Finding[] {
    const { files = [] } = JSON.parse(json) as Report;
    return files.flatMap(({ path: file, messages }) =>
        messages.map(({ start, category, message }) => ({
            file: origins.get(file) ?? file,
            line: start.line,
            // What it says after this names a place in the workspace.
            message: `${category}: ${message.split(', see ')[0]}`
        }))
    );
}
