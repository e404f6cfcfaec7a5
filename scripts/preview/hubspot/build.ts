import { mkdirSync, copyFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const FOLDER = 'scripts/preview/hubspot';

/**
 * Leaves in `outDir` what a page needs to show an extension: `hubspot-host.js` (an ES module that exports
 * `mountExtension`), `hubspot-worker.js` (loaded by it) and `hubspot-host.css`.
 */
export async function buildHubSpotHost(outDir: string): Promise<void> {
    mkdirSync(outDir, { recursive: true });
    const shared = {
        bundle: true,
        minify: true,
        target: 'es2022',
        jsx: 'automatic',
        legalComments: 'none',
        logLevel: 'warning',
        define: { 'process.env.NODE_ENV': '"production"' }
    } as const;
    const outputs = [
        { entry: 'host.tsx', format: 'esm', outfile: 'hubspot-host.js' },
        { entry: 'worker.ts', format: 'iife', outfile: 'hubspot-worker.js' }
    ] as const;
    await Promise.all(
        outputs.map(({ entry, format, outfile }) =>
            build({
                ...shared,
                entryPoints: [path.join(FOLDER, entry)],
                format,
                outfile: path.join(outDir, outfile)
            })
        )
    );
    copyFileSync(path.join(FOLDER, 'host.css'), path.join(outDir, 'hubspot-host.css'));
}
