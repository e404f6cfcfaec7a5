/** What of the project is uploaded to one account: a subscription lacks scopes, or functions altogether. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SCOPED_FEATURES, scopesOf } from '../../../shared/crm/hubspot/scopes.ts';
import type { ScopedFeature } from '../../../shared/crm/hubspot/scopes.ts';
import { archivedFiles } from './archive.ts';

export interface Variant {
    /** Parts whose scopes the app asks for. */
    readonly features: readonly ScopedFeature[];
    /** Without functions the card reads by HubSpot's own hooks; page and settings need functions. */
    readonly hasFunctions: boolean;
}
/** The files of an upload, by their path from the source folder. */
export type UploadFiles = ReadonlyMap<string, Buffer>;

export const APP = 'app/app-hsmeta.json';
const PACKAGE = 'app/package.json';
/** Nothing of these works without an app function. */
const NEEDS_FUNCTIONS = ['functions', 'pages', 'settings'];
const FUNCTIONS = 'functions';

/** Reads the files and makes of them what this account gets. */
export function uploadFiles(source: string, variant: Variant): UploadFiles {
    const left = variant.hasFunctions ? [] : NEEDS_FUNCTIONS;
    const files = archivedFiles(source)
        .filter((file) => !left.some((folder) => file.startsWith(`app/${folder}/`)))
        .map((file): [string, Buffer] => [file, readFileSync(path.join(source, file))]);
    return new Map(
        files.map(([file, bytes]) => {
            if (file === APP) return [file, changed(bytes, (app) => withScopes(app, variant))];
            const isCut = file === PACKAGE && left.length > 0;
            return [file, isCut ? changed(bytes, (json) => withoutWorkspaces(json, left)) : bytes];
        })
    );
}

/** "emails, leads and functions": how a build's message says it, and `variantIn` reads it back. */
export function variantWords({ features, hasFunctions }: Variant): string {
    const parts = [
        ...SCOPED_FEATURES.filter((feature) => features.includes(feature)),
        ...(hasFunctions ? [FUNCTIONS] : [])
    ];
    return parts.length === 0 ? 'card only' : parts.join(', ');
}

/** The variant that a build's message names; null: it names none. */
export function variantIn(message: string | undefined): Variant | null {
    const [, words] = / \(([a-z, ]+)\), files [0-9a-f]+$/.exec(message ?? '') ?? [];
    if (words === undefined) return null;
    const parts = words.split(', ');
    return {
        features: SCOPED_FEATURES.filter((feature) => parts.includes(feature)),
        hasFunctions: parts.includes(FUNCTIONS)
    };
}

interface AppFile {
    readonly config: {
        readonly auth: {
            readonly requiredScopes: readonly string[];
            readonly [key: string]: unknown;
        };
        readonly [key: string]: unknown;
    };
    readonly [key: string]: unknown;
}

/** An app with static authentication gets required scopes, and no others. */
function withScopes(app: unknown, { features }: Variant): unknown {
    const { config, ...rest } = app as AppFile;
    const requiredScopes = [...config.auth.requiredScopes, ...scopesOf(features)];
    return { ...rest, config: { ...config, auth: { ...config.auth, requiredScopes } } };
}

function withoutWorkspaces(json: unknown, left: readonly string[]): unknown {
    const { workspaces = [], ...rest } = json as { workspaces?: readonly string[] };
    return { ...rest, workspaces: workspaces.filter((folder) => !left.includes(folder)) };
}

function changed(bytes: Buffer, change: (json: unknown) => unknown): Buffer {
    const json = change(JSON.parse(bytes.toString('utf8')) as unknown);
    return Buffer.from(`${JSON.stringify(json, null, 4)}\n`);
}
