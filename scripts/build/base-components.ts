import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { rollup, type Plugin } from 'rollup';
import { withProgress } from '../setup/progress.mjs';
import { CACHE } from './cache.ts';
import { defines, lwcPlugin } from './lwc-rollup.ts';

const SOURCE = 'node_modules/lightning-base-components/src/lightning';
const FOLDER = `${CACHE}/base-components`;
const ENTRY = '\0entry:';

/**
 * Salesforce's own base components, LWC's engine and its synthetic shadow as ES modules for the
 * browser: `lwc.js`, `synthetic-shadow.js`, `lightning/<name>.js`. Takes most of a minute once for
 * each lock file.
 * @returns the folder they are in
 */
export async function buildBaseComponents(): Promise<string> {
    const version = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
    const folder = path.join(FOLDER, version.slice(0, 16));
    if (existsSync(folder)) return folder;
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
    const unfinished = `${folder}.part`;
    await withProgress('Compiling the Lightning base components (once)', () => write(unfinished));
    renameSync(unfinished, folder);
    return folder;
}

async function write(dir: string): Promise<void> {
    const entries = new Map([
        ['lwc', 'lwc'],
        ['synthetic-shadow', '@lwc/synthetic-shadow'],
        ...exposedComponents().map((name): [string, string] => [
            `lightning/${name}`,
            `lightning/${name}`
        ])
    ]);
    const bundle = await rollup({
        input: Object.fromEntries([...entries.keys()].map((name) => [name, ENTRY + name])),
        plugins: [
            entryModules(entries),
            lwcPlugin({
                rootDir: path.resolve('.'),
                modules: [{ npm: 'lightning-base-components' }],
                exclude: ['\0*']
            }),
            defines()
        ],
        preserveEntrySignatures: 'strict',
        // They are about the package's own source.
        onwarn: () => {}
    });
    await bundle.write({
        dir,
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunk/[name]-[hash].js'
    });
    await bundle.close();
}

/** The components that the package documents for use; some folders hold only a style sheet. */
function exposedComponents(): string[] {
    return readdirSync(SOURCE).filter((name) => {
        const meta = path.join(SOURCE, name, `${name}.js-meta.xml`);
        const code = path.join(SOURCE, name, `${name}.js`);
        return existsSync(code) && existsSync(meta) && isExposed(readFileSync(meta, 'utf8'));
    });
}

const isExposed = (meta: string): boolean => meta.includes('<isExposed>true');

/** The LWC compiler resolves only what some module imports, so each entry is a module that does. */
function entryModules(entries: ReadonlyMap<string, string>): Plugin {
    return {
        name: 'base-component-entries',
        resolveId: (id) => (id.startsWith(ENTRY) ? id : null),
        load(id) {
            if (!id.startsWith(ENTRY)) return null;
            const target = entries.get(id.slice(ENTRY.length)) ?? '';
            const names = `export * from '${target}';`;
            return hasDefault(target) ? `${names} export { default } from '${target}';` : names;
        }
    };
}

function hasDefault(target: string): boolean {
    const name = target.replace(/^lightning\//, '');
    const file = path.join(SOURCE, name, `${name}.js`);
    return existsSync(file) && /export default|as default/.test(readFileSync(file, 'utf8'));
}
