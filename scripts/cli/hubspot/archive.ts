/** What `hs project upload` sends; what is left out is decided by HubSpot's own library. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { shouldIgnoreFile } from '@hubspot/local-dev-lib/ignoreRules';
import {
    collectFileDependencies,
    collectWorkspaceDirectories,
    findAndParsePackageJsonFiles
} from '@hubspot/project-parsing-lib/workspaces';
import JSZip from 'jszip';
import type { UploadFiles } from './variant.ts';

const HASH_LENGTH = 12;

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

/** The same for the same files on the same platform version, whenever they are packed. */
export function archiveHash(files: UploadFiles, platformVersion: string): string {
    const hash = createHash('sha256').update(platformVersion);
    for (const [file, bytes] of files) hash.update(`\0${file}\0`).update(bytes);
    return hash.digest('hex').slice(0, HASH_LENGTH);
}

/** Packs the archive, for as long as `use` takes. */
export async function withArchive<Result>(
    files: UploadFiles,
    use: (file: string) => Promise<Result>
): Promise<Result> {
    const zip = new JSZip();
    for (const [file, bytes] of files) zip.file(file, bytes);
    return await withFolder(new Map(), async (folder) => {
        const file = path.join(folder, 'project.zip');
        const bytes = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
        writeFileSync(file, bytes);
        return await use(file);
    });
}

/** Writes the files into a folder of their own, for as long as `use` takes. */
export async function withFolder<Result>(
    files: UploadFiles,
    use: (folder: string) => Promise<Result>
): Promise<Result> {
    const folder = mkdtempSync(path.join(tmpdir(), 'handoff-upload-'));
    try {
        for (const [file, bytes] of files) {
            mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
            writeFileSync(path.join(folder, file), bytes);
        }
        return await use(folder);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
