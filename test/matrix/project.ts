/** A checkout in which another agreement is in force, built as `npm run build` builds the HubSpot side. */
import {
    copyFileSync,
    cpSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    rmSync,
    symlinkSync,
    writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { agreementFiles } from '../../scripts/build/agreement-files.ts';
import { bundle } from '../../scripts/build/bundle.ts';
import { functionFiles } from '../../scripts/build/hubspot-functions.ts';
import { FILE as PROPERTIES } from '../../scripts/build/hubspot-properties.ts';
import { readAgreement, SOURCE } from '../../scripts/build/read-agreement.ts';

const PROJECT = 'hubspot-project';
const CORE = `${PROJECT}/src/app/packages/core/dist/index.js`;

/** Makes it of links to this checkout; what the agreement changes is its own. Gives its folder. */
export function layOut(agreement: string): string {
    const root = mkdtempSync(path.join(tmpdir(), 'handoff-matrix-'));
    const [agreementFolder, shared] = [path.dirname(SOURCE), path.dirname(path.dirname(SOURCE))];
    link(root, '.', [shared, PROJECT, '.git']);
    link(root, shared, [path.basename(agreementFolder)]);
    link(root, agreementFolder, [path.basename(SOURCE)]);
    copyFileSync(agreement, path.join(root, SOURCE));
    link(root, PROJECT, ['src', 'properties']);
    for (const folder of ['src', 'properties']) {
        const isOurs = (file: string): boolean => path.basename(file) !== 'node_modules';
        const from = path.resolve(PROJECT, folder);
        cpSync(from, path.join(root, PROJECT, folder), { recursive: true, filter: isOurs });
    }
    return root;
}

/** Writes what follows from the agreement; to be called in a process whose folder it is. */
export async function buildHere(): Promise<void> {
    const properties = agreementFiles(readAgreement()).filter(
        ({ path: file }) => file === PROPERTIES
    );
    const core = { path: CORE, text: await bundle('scripts/build/ui-core.ts', {}) };
    for (const { path: file, text } of [...properties, ...(await functionFiles()), core]) {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, text);
    }
}

export function tearDown(root: string): void {
    rmSync(root, { recursive: true, force: true });
}

/** Links everything of a folder but what is named. */
function link(root: string, folder: string, but: readonly string[]): void {
    mkdirSync(path.join(root, folder), { recursive: true });
    for (const name of readdirSync(folder).filter((one) => !but.includes(one))) {
        symlinkSync(path.resolve(folder, name), path.join(root, folder, name));
    }
}
