/** The HubSpot project: what stands in our folder, and what the account has of it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fetchProject } from '@hubspot/local-dev-lib/api/projects';
import type { Project } from '@hubspot/local-dev-lib/types/Project';
import type { Agreement } from '../../../shared/agreement/types.ts';
import { agreementFiles } from '../../build/agreement-files.ts';
import { bundle } from '../../build/bundle.ts';
import { functionFiles } from '../../build/hubspot-functions.ts';
import { FILE as PROPERTIES_FILE } from '../../build/hubspot-properties.ts';
import { checkGenerated } from '../check/generated.ts';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { called, orNull } from './api.ts';
import { archivedFiles, archiveHash } from './archive.ts';
import { APP, uploadFiles, variantWords, type UploadFiles, type Variant } from './variant.ts';

export const FOLDER = 'hubspot-project';
const CORE = `${FOLDER}/src/app/packages/core/dist/index.js`;

/** A part of the project: its config file, from our project's root, and the file that it is made of. */
export interface Part {
    readonly uid: string;
    readonly type: string;
    readonly file: string;
    readonly entrypoint: string | null;
}
export interface LocalProject {
    readonly name: string;
    /** The source folder, absolute. */
    readonly source: string;
    readonly platformVersion: string;
    /** What is uploaded, and what it leaves out. */
    readonly files: UploadFiles;
    readonly variant: Variant;
    /** Of the files that are uploaded. */
    readonly hash: string;
    /** What the build is called in HubSpot: the agreement and the hash are read from it afterwards. */
    readonly message: string;
    readonly parts: readonly Part[];
    readonly app: {
        readonly uid: string;
        readonly name: string;
        readonly requiredScopes: readonly string[];
    };
}

interface Meta {
    readonly uid: string;
    readonly type: string;
    readonly config: { readonly entrypoint?: string };
}
interface AppMeta {
    readonly uid: string;
    readonly config: {
        readonly name: string;
        readonly auth: { readonly requiredScopes: readonly string[] };
    };
}

/** What the project is for one account. */
export type ProjectFor = (variant: Variant) => LocalProject;

/**
 * Reads our project, to be cut to an account. Throws a CliError when what is uploaded is not built from
 * the sources of now.
 */
export async function readLocalProject(agreement: Agreement): Promise<ProjectFor> {
    await refuseStale(agreement);
    const { name, srcDir, platformVersion } = readJson(`${FOLDER}/hsproject.json`) as {
        name: string;
        srcDir: string;
        platformVersion: string;
    };
    const source = path.resolve(FOLDER, srcDir);
    const root = `${FOLDER}/${srcDir}`;
    const parts = archivedFiles(source)
        .filter((file) => file.endsWith('-hsmeta.json'))
        .map((file): Part => {
            const { uid, type, config } = readJson(path.join(source, file)) as Meta;
            const entrypoint = config.entrypoint === undefined ? null : root + config.entrypoint;
            return { uid, type, file: `${root}/${file}`, entrypoint };
        });
    return (variant) => {
        const files = uploadFiles(source, variant);
        const app = JSON.parse(String(files.get(APP))) as AppMeta;
        const hash = archiveHash(files, platformVersion);
        const made = `Handoff agreement ${agreement.version} (${variantWords(variant)})`;
        return {
            name,
            source,
            platformVersion,
            files,
            variant,
            hash,
            message: `${made}, files ${hash}`,
            parts,
            app: {
                uid: app.uid,
                name: app.config.name,
                requiredScopes: app.config.auth.requiredScopes
            }
        };
    };
}

/** What the project is called in an account. */
export function projectName(): string {
    return (readJson(`${FOLDER}/hsproject.json`) as { name: string }).name;
}

/** What the account has of the project; null: nothing. */
export function readRemoteProject(accountId: number, name: string): Promise<Project | null> {
    return orNull(
        called(`the project ${name}`, true, async () => (await fetchProject(accountId, name)).data)
    );
}

/** The hash of the files that a build was made from; null: somebody else uploaded it. */
export function hashIn(build: { readonly uploadMessage?: string } | undefined): string | null {
    return /, files ([0-9a-f]+)$/.exec(build?.uploadMessage ?? '')?.[1] ?? null;
}

async function refuseStale(agreement: Agreement): Promise<void> {
    const expected = [
        ...agreementFiles(agreement).filter(({ path: file }) => file === PROPERTIES_FILE),
        ...(await functionFiles()),
        { path: CORE, text: await bundle('scripts/build/ui-core.ts', {}) }
    ];
    const stale = checkGenerated(expected).findings.filter(({ file }) =>
        expected.some((one) => one.path === file)
    );
    if (stale.length === 0) return;
    throw new CliError(EXIT.usage, {
        code: 'hubspot.not_built',
        message: 'The project is not built from the sources as they are now.',
        where: stale.map(({ file, message }) => `${file} ${message}`).join('\n'),
        mend: 'npm run build'
    });
}

function readJson(file: string): unknown {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
}
