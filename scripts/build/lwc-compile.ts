import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { LWC } from './lwc-modules.ts';

// Salesforce's documented limits for one file of a bundle; that of .html is held to the same as .css.
const LIMITS: Record<string, number> = { '.js': 1_000_000, '.css': 131_072, '.html': 131_072 };
// The newest that the LWC release we pin knows.
const API_VERSION = 66;

interface Diagnostic {
    readonly level: number;
    readonly message: string;
    readonly location?: { readonly line: number; readonly column: number };
    readonly filename?: string;
}

interface Compiled {
    readonly success: boolean;
    readonly diagnostics: readonly Diagnostic[];
    readonly metadata?: { readonly references?: readonly Reference[] };
}

/** Something outside a bundle that its source names: a label, a field, an Apex method, a component. */
export interface Reference {
    readonly type: string;
    readonly id: string;
}

/** What the platform's compiler made of one bundle. */
export interface LwcResult {
    readonly name: string;
    readonly ok: boolean;
    readonly messages: readonly string[];
    readonly references: readonly Reference[];
}

/** Compiles every built bundle as an org would, and holds its files to the org's size limits. */
export async function compileLwc(folder = LWC): Promise<LwcResult[]> {
    const { compile } = createRequire(import.meta.url)('@lwc/sfdc-lwc-compiler') as {
        compile: (options: unknown) => Promise<Compiled>;
    };
    const results: LwcResult[] = [];
    for (const name of bundles(folder)) {
        const files = filesOf(path.join(folder, name));
        const bundle = {
            namespace: 'c',
            name,
            type: 'platform',
            files,
            options: { apiVersion: API_VERSION, enableLightningWebSecurityTransforms: true }
        };
        const { success, diagnostics, metadata } = await compile({ bundle });
        const tooBig = oversized(files);
        results.push({
            name,
            ok: success && tooBig.length === 0,
            messages: [...tooBig, ...diagnostics.map(describe)],
            references: metadata?.references ?? []
        });
    }
    return results;
}

function bundles(folder: string): string[] {
    return readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name);
}

function filesOf(folder: string): Record<string, string> {
    const files = readdirSync(folder).filter((file) => path.extname(file) in LIMITS);
    return Object.fromEntries(
        files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')])
    );
}

function oversized(files: Record<string, string>): string[] {
    return Object.entries(files).flatMap(([file, text]) => {
        const bytes = Buffer.byteLength(text);
        const limit = LIMITS[path.extname(file)] ?? Infinity;
        return bytes > limit ? [`${file}: ${bytes} bytes, an org takes ${limit}`] : [];
    });
}

function describe({ filename = '', location, message }: Diagnostic): string {
    return `${filename}${location ? `:${location.line}:${location.column}` : ''} ${message}`;
}
