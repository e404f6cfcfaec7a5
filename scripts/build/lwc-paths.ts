import { readFileSync, writeFileSync } from 'node:fs';
import prettier from 'prettier';
import { componentModules, CORES } from './lwc-modules.ts';

const FILE = 'tsconfig.lwc.json';

/** Lists every `c/*` module for tsc, which cannot say `c/x` is `x/x.ts` with a pattern. */
export async function writeLwcPaths(): Promise<void> {
    const before = readFileSync(FILE, 'utf8');
    const config = JSON.parse(before);
    config.compilerOptions.paths = {
        ...Object.fromEntries(
            Object.entries(CORES).map(([name, entry]) => [`c/${name}`, [`./${entry}`]])
        ),
        ...Object.fromEntries(
            componentModules()
                .filter(({ file }) => file.endsWith('.ts'))
                .map(({ name, file }) => [`c/${name}`, [`./${file}`]])
        )
    };
    const style = await prettier.resolveConfig(FILE);
    const after = await prettier.format(JSON.stringify(config), { ...style, filepath: FILE });
    if (after !== before) writeFileSync(FILE, after);
}
