import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rollup, type Plugin } from 'rollup';
import { BASE_COMPONENTS, usedComponents } from './base-component-names.ts';
import { defines, lwcPlugin } from './lwc-rollup.ts';

const ENTRY = '\0entry:';

/**
 * Writes Salesforce's own base components, those that are used, LWC's engine and its synthetic shadow as
 * ES modules for the browser: `lwc.js`, `synthetic-shadow.js`, `lightning/<name>.js`.
 */
export async function buildBaseComponents(dir: string): Promise<void> {
    const entries = new Map([
        ['lwc', 'lwc'],
        ['synthetic-shadow', '@lwc/synthetic-shadow'],
        ...usedComponents().map((name): [string, string] => [
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
    const file = path.join(BASE_COMPONENTS, name, `${name}.js`);
    return existsSync(file) && /export default|as default/.test(readFileSync(file, 'utf8'));
}
