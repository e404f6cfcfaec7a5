/** What HubSpot's cloud makes of what is uploaded. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
    collectWorkspaceDirectories,
    findAndParsePackageJsonFiles
} from '@hubspot/project-parsing-lib/workspaces';
import { archivedFiles } from '../../scripts/cli/hubspot/archive.ts';

/**
 * The archive unpacked into a folder of its own, with the packages that each of its package.json files
 * names, as npm installs them: those of the workspaces by a link, the others from our node_modules.
 */
export async function unpack(source: string): Promise<string> {
    const folder = mkdtempSync(path.join(tmpdir(), 'handoff-archive-'));
    for (const file of archivedFiles(source)) {
        cpSync(path.join(source, file), path.join(folder, file));
    }
    const packages = await findAndParsePackageJsonFiles(folder);
    const workspaces = await collectWorkspaceDirectories(packages);
    const own = new Map(workspaces.map(({ workspaceDir }) => [nameOf(workspaceDir), workspaceDir]));
    const names = [path.join(folder, 'app'), ...own.values()].flatMap(dependenciesOf);
    for (const name of new Set(names)) {
        const link = path.join(folder, 'app/node_modules', name);
        mkdirSync(path.dirname(link), { recursive: true });
        symlinkSync(own.get(name) ?? path.resolve('node_modules', name), link, 'junction');
    }
    return folder;
}

function nameOf(dir: string): string {
    return manifestOf(dir).name ?? '';
}

function dependenciesOf(dir: string): readonly string[] {
    return Object.keys(manifestOf(dir).dependencies ?? {});
}

function manifestOf(dir: string): { name?: string; dependencies?: { [name: string]: string } } {
    return JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8')) as ReturnType<
        typeof manifestOf
    >;
}
