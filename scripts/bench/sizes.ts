/** What travels to a browser: bytes, minified and gzipped. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';
import { gzipSize } from '../build/bundle.ts';
import { coreSize } from '../build/core.ts';
import { EXTENSIONS } from '../build/hubspot.ts';
import { LWC } from '../build/lwc-modules.ts';
import type { BenchRow } from './row.ts';

const GOALS = { core: 20, card: 30, lwc: 35 };

/** Rows of sizes; what is built must be there. */
export async function benchSizes(): Promise<BenchRow[]> {
    return [
        row('size: core without the agreement', await coreSize(), GOALS.core),
        ...hubSpotBundles().map((file) =>
            row(
                `size: HubSpot ${path.basename(file)}`,
                gzipSize(readFileSync(file, 'utf8')),
                GOALS.card
            )
        ),
        row('size: Lightning web components with the core', await lwcSize(), GOALS.lwc)
    ];
}

function row(name: string, bytes: number, goal: number): BenchRow {
    return { name, value: `${(bytes / 1000).toFixed(1)} kB`, goal: `at most ${goal} kB` };
}

function hubSpotBundles(): string[] {
    if (!existsSync(EXTENSIONS)) return [];
    return readdirSync(EXTENSIONS, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.js'))
        .map((file) => path.join(EXTENSIONS, file));
}

/** An org sends each bundle by itself, so each is compressed by itself. */
async function lwcSize(): Promise<number> {
    let bytes = 0;
    for (const file of readdirSync(LWC, { recursive: true, encoding: 'utf8' })) {
        if (!file.endsWith('.js') || file.includes('__tests__')) continue;
        const { code } = await transform(readFileSync(path.join(LWC, file), 'utf8'), {
            minify: true,
            target: 'esnext'
        });
        bytes += gzipSize(code);
    }
    return bytes;
}
