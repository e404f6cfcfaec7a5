/** Starts one preview and one browser for the whole suite. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { startPreview } from '../../scripts/preview/server.ts';
import { ensureChromium } from '../../scripts/setup/chromium.mjs';

declare module 'vitest' {
    export interface ProvidedContext {
        readonly origin: string;
        readonly browser: string;
    }
}

const QUIET = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync'
];

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
    const folder = mkdtempSync(path.join(tmpdir(), 'handoff-preview-'));
    const preview = await startPreview(0, path.join(folder, 'state.json'));
    const browser = await chromium.launchServer({
        executablePath: await ensureChromium(),
        args: QUIET
    });
    project.provide('origin', preview.origin);
    project.provide('browser', browser.wsEndpoint());
    return async () => {
        await browser.close();
        await preview.close();
        rmSync(folder, { recursive: true, force: true });
    };
}
