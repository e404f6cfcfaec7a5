import { gzipSync } from 'node:zlib';
import { build, type BuildOptions } from 'esbuild';
import { agreementSource } from './agreement-module.ts';

/** The npm packages the agreement's parser needs; a bundle that parses none has neither. */
export const PARSER_PACKAGES = ['yaml', 'valibot'];

/**
 * Bundles one entry with esbuild, `handoff:agreement` included.
 * Errors: throws with esbuild's or the agreement's own messages.
 */
export async function bundle(entry: string, options: BuildOptions): Promise<string> {
    const result = await build({
        entryPoints: [entry],
        bundle: true,
        write: false,
        format: 'esm',
        target: 'es2021',
        legalComments: 'none',
        logLevel: 'warning',
        alias: { '@handoff/core': './scripts/build/ui-core.ts' },
        ...options,
        plugins: [
            {
                name: 'handoff-agreement',
                setup({ onResolve, onLoad }) {
                    onResolve({ filter: /^handoff:agreement$/ }, ({ path }) => ({
                        path,
                        namespace: 'handoff'
                    }));
                    onLoad({ filter: /.*/, namespace: 'handoff' }, () => ({
                        contents: agreementSource()
                    }));
                }
            }
        ]
    });
    return result.outputFiles?.[0]?.text ?? '';
}

/** Bytes of the text as a server would send it. */
export const gzipSize = (text: string): number => gzipSync(text, { level: 9 }).byteLength;
