import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

/**
 * Strips the types of a .ts file as node is about to load it.
 * @type {import('node:module').LoadHook}
 */
export async function load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
    const file = fileURLToPath(url);
    const { code } = await transform(await readFile(file, 'utf8'), {
        loader: 'ts',
        target: 'node20.19',
        sourcefile: file,
        sourcemap: 'inline',
        tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } }
    });
    return { format: 'module', source: code, shortCircuit: true };
}
