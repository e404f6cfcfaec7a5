import { readdirSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';
import { rollup, type Plugin } from 'rollup';
import { agreementModule } from './agreement-module.ts';
import { componentModules, CORES } from './lwc-modules.ts';
import { defines, lwcPlugin, warnings } from './lwc-rollup.ts';
import { STRIP_TYPES } from './lwc.ts';
import { platformModules } from './platform-modules.ts';

const PREVIEW = path.resolve('scripts/preview/salesforce');
// Modules of the preview that stand behind @salesforce/*; the other files are lightning/<name>.
const OWN = ['apex', 'user', 'i18n'];

/**
 * Bundles the preview's pages of our LWCs, from their TypeScript, to `app.js` and `acceptance.js` in `outDir`. `lwc`,
 * `@lwc/synthetic-shadow` and the base components stay imports, for an import map to answer.
 */
export async function buildLwcApp(outDir: string): Promise<void> {
    const platform = readdirSync(path.join(PREVIEW, 'platform'))
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
        .map((file) => path.parse(file).name);
    const lightning = platform
        .filter((name) => !OWN.includes(name))
        .map((name) => `lightning/${name}`);
    const bundle = await rollup({
        input: {
            app: path.join(PREVIEW, 'main.ts'),
            acceptance: path.join(PREVIEW, 'acceptance.ts')
        },
        external: (id) =>
            id === 'lwc' ||
            id === '@lwc/synthetic-shadow' ||
            (id.startsWith('lightning/') && !lightning.includes(id)),
        plugins: [
            agreementModule(),
            platformModules(),
            stripTypes(),
            lwcPlugin({
                rootDir: PREVIEW,
                modules: [
                    ...components(),
                    ...platform.map((name) => ({
                        name: `${OWN.includes(name) ? 'preview' : 'lightning'}/${name}`,
                        path: path.join(PREVIEW, 'platform', `${name}.ts`)
                    }))
                ],
                // Only components are for the LWC compiler.
                exclude: ['\0*', '**/scripts/**', '**/shared/**']
            }),
            defines()
        ],
        onwarn: warnings
    });
    await bundle.write({ dir: outDir, format: 'es', sourcemap: true });
    await bundle.close();
}

/** An SFDX folder has no namespace folder, so each bundle is named to the compiler by itself. */
function components(): { name: string; path: string }[] {
    return componentModules()
        .filter(({ name }) => !(name in CORES))
        .map(({ name, file }) => ({ name: `c/${name}`, path: path.resolve(file) }))
        .concat(
            Object.entries(CORES).map(([name, entry]) => ({
                name: `c/${name}`,
                path: path.resolve(entry)
            }))
        );
}

function stripTypes(): Plugin {
    return {
        name: 'strip-types',
        async transform(code, id) {
            if (!id.split('?')[0]?.endsWith('.ts')) return null;
            return transform(code, {
                loader: 'ts',
                sourcefile: id,
                sourcemap: true,
                ...STRIP_TYPES
            });
        }
    };
}
