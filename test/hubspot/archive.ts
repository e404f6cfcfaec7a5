/**
 * What `hs project upload` sends, and what HubSpot's cloud makes of it. The rules of what is left out
 * and of which packages go along are those of the CLI's own libraries.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { shouldIgnoreFile } from '@hubspot/local-dev-lib/ignoreRules';
import {
    collectFileDependencies,
    collectWorkspaceDirectories,
    findAndParsePackageJsonFiles
} from '@hubspot/project-parsing-lib/workspaces';

/** The files of the archive, relative to the source folder. */
export function archivedFiles(source: string): readonly string[] {
    return (
        readdirSync(source, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => path.relative(source, path.join(entry.parentPath, entry.name)))
            .map((file) => file.split(path.sep).join('/'))
            // From the root: the CLI would take a hidden folder above the project for one of its own.
            .filter((file) => !shouldIgnoreFile(`/${file}`, true))
            .sort()
    );
}

/** The npm packages beside the archive's own files that the CLI would have to pack. */
export async function packagesOutside(source: string): Promise<readonly string[]> {
    const packages = await findAndParsePackageJsonFiles(source);
    const workspaces = await collectWorkspaceDirectories(packages);
    const dependencies = await collectFileDependencies(packages);
    return [
        ...workspaces.map(({ workspaceDir }) => workspaceDir),
        ...dependencies.map(({ localPath }) => localPath)
    ].filter((folder) => path.relative(source, folder).startsWith('..'));
}

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
