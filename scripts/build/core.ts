import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { run } from '../setup/command.mjs';
import { bundle, gzipSize, PARSER_PACKAGES } from './bundle.ts';

const ENTRY = 'shared/index.ts';
const DIST = 'dist';

/** Bytes of the core as it would travel: minified and gzipped, without agreement and parser packages. */
export async function coreSize(): Promise<number> {
    return gzipSize(await bundle(ENTRY, { external: PARSER_PACKAGES, minify: true }));
}

/** Leaves the public API in dist/: core.js, one readable ES module, and its types. */
export async function buildCore(): Promise<void> {
    rmSync(DIST, { recursive: true, force: true });
    mkdirSync(DIST);
    writeFileSync(`${DIST}/core.js`, await bundle(ENTRY, { external: PARSER_PACKAGES }));
    await emitTypes(`${DIST}/types`);
    writeFileSync(`${DIST}/core.d.ts`, `export * from './types/index.js';\n`);
}

async function emitTypes(outDir: string): Promise<void> {
    const { code, output } = await run(process.execPath, [
        'node_modules/typescript/bin/tsc',
        ...['-p', 'tsconfig.shared.json', '--noEmit', 'false', '--declaration'],
        ...['--emitDeclarationOnly', '--rootDir', 'shared', '--outDir', outDir]
    ]);
    if (code !== 0) throw new Error(`The core's types cannot be written:\n${output}`);
}
