import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import path from 'node:path';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { archivedFiles, packagesOutside } from '../../scripts/cli/hubspot/archive.ts';
import { unpack } from './archive.ts';
import { extensionEntries, functionUids, metaFiles, SOURCE } from './project.ts';

let folder: string;
beforeAll(async () => {
    folder = await unpack(SOURCE);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

/** All that has a place in an upload; anything else got there by mistake. */
const KINDS = [
    /^app\/([\w-]+\/)?[\w-]+-hsmeta\.json$/,
    /^app\/((cards|functions|pages|settings|packages\/core)\/)?package\.json$/,
    /^app\/package-lock\.json$/,
    /^app\/(cards|pages|settings)\/tsconfig\.json$/,
    /^app\/(cards|pages|settings)\/([\w-]+\/)*[\w-]+\.tsx?$/,
    /^app\/functions\/[\w-]+\.js$/,
    /^app\/packages\/core\/dist\/index\.js$/
];

function strangers(files: readonly string[]): string[] {
    return files.filter((file) => !KINDS.some((kind) => kind.test(file)));
}

describe('the upload', () => {
    it('holds every config file, function and package, and nothing that is not the app', () => {
        const files = archivedFiles(SOURCE);
        expect(strangers(files)).toEqual([]);
        // The functions and the core are there once `npm run build` has written them.
        expect(files).toEqual(
            expect.arrayContaining([
                ...metaFiles().map(({ file }) => file),
                ...functionUids().map((uid) => `app/functions/${uid}.js`),
                'app/package.json',
                'app/functions/package.json',
                'app/packages/core/package.json',
                'app/packages/core/dist/index.js'
            ])
        );
    });

    it('needs no package from outside', async () => {
        expect(await packagesOutside(SOURCE)).toEqual([]);
    });

    it('holds no token, no path of this machine and no source map', () => {
        const here = path.resolve('.');
        const suspect = archivedFiles(SOURCE).filter((file) => {
            const text = read(file);
            return text.includes(here) || /pat-(na|eu)\d|sourceMappingURL/.test(text);
        });
        expect(suspect).toEqual([]);
    });

    it('would show what does not belong there, and leaves out what the CLI leaves out', () => {
        const planted = {
            strange: [
                'app/cards/Card.test.tsx',
                'app/functions/decide.ts',
                'app/functions/handoff-decide.js.map'
            ],
            ignored: ['.env', 'app/cards/node_modules/x/index.js', 'app/functions/debug.log']
        };
        for (const file of [...planted.strange, ...planted.ignored]) {
            mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
            writeFileSync(path.join(folder, file), '');
        }
        const files = archivedFiles(folder);
        expect(strangers(files)).toEqual(planted.strange);
        expect(files.filter((file) => planted.ignored.includes(file))).toEqual([]);
        for (const file of [...planted.strange, ...planted.ignored]) {
            rmSync(path.join(folder, file));
        }
        rmSync(path.join(folder, 'app/cards/node_modules'), { recursive: true });
    });
});

interface Manifest {
    readonly modules: {
        readonly internal: readonly { readonly module: string }[];
        readonly external: readonly { readonly module: string }[];
    };
}

/** The very function that HubSpot's cloud builds with. */
async function bundleAsHubSpot(entry: string): Promise<void> {
    const name = path.parse(entry).name;
    vi.stubEnv('NODE_ENV', 'production');
    try {
        await remoteBuild({
            root: path.join(folder, path.dirname(entry)),
            entryPoint: path.join(folder, entry),
            outputDir: path.join(folder, 'out', name),
            logLevel: 'silent'
        });
    } finally {
        vi.unstubAllEnvs();
    }
}

describe('HubSpot’s production bundler', () => {
    it('fails on an upload that lacks a file', async () => {
        const [entry = ''] = extensionEntries();
        const [missing = ''] = archivedFiles(SOURCE).filter((file) =>
            file.startsWith(`${path.dirname(entry)}/components/`)
        );
        renameSync(path.join(folder, missing), path.join(folder, 'away'));
        await expect(bundleAsHubSpot(entry)).rejects.toThrow(path.parse(missing).name);
        renameSync(path.join(folder, 'away'), path.join(folder, missing));
    });
});

describe.each(extensionEntries())(
    'HubSpot’s production bundler, on %s out of the upload',
    (entry) => {
        const name = path.parse(entry).name;
        let code: string;
        let manifest: Manifest;
        beforeAll(async () => {
            await bundleAsHubSpot(entry);
            code = read(`out/${name}/${name}.js`);
            manifest = JSON.parse(read(`out/${name}/${name}-manifest.json`)) as Manifest;
        });

        it('takes React and the remote components from the host, and nothing else', () => {
            expect(code).toMatch(
                /\}\)\(this\.\w+(\.js)?=this\.\w+(\.js)?\|\|\{\},React,RemoteUI\);\s*$/
            );
            expect(code).not.toMatch(/\brequire\(|\bimport\(|process\.env/);
        });

        it('finds each of our files inside the upload', () => {
            const { internal } = manifest.modules;
            expect(internal.length).toBeGreaterThan(0);
            const outside = internal
                .map(({ module }) => path.resolve(folder, path.dirname(entry), module))
                .filter(
                    (file) => path.relative(folder, file).startsWith('..') || !existsSync(file)
                );
            expect(outside).toEqual([]);
        });

        it('carries only HubSpot’s components beside our own code', () => {
            const packages = manifest.modules.external.map(
                ({ module }) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1] ?? module
            );
            expect([...new Set(packages)].sort()).toEqual(['@hubspot/ui-extensions', 'react']);
        });
    }
);

describe.each(functionUids())('the function %s out of the upload', (uid) => {
    it('is one CommonJS file that exports main and needs nothing but Node', () => {
        const code = read(`app/functions/${uid}.js`);
        const needed = [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name ?? '');
        expect(needed.filter((name) => !isBuiltin(name))).toEqual([]);
        const require = createRequire(path.join(folder, 'app/functions/'));
        expect(typeof (require(`./${uid}.js`) as { main: unknown }).main).toBe('function');
    });
});
