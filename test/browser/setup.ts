/** Starts one preview and one browser for the whole suite. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { chromiumOptions } from './chromium.ts';

declare module 'vitest' {
    export interface ProvidedContext {
        readonly origin: string;
        readonly browser: string;
    }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
    const folder = mkdtempSync(path.join(tmpdir(), 'handoff-preview-'));
    const { preview, origin } = await start(path.join(folder, 'state.json'));
    const browser = await chromium.launchServer(await chromiumOptions('usual'));
    project.provide('origin', origin);
    project.provide('browser', browser.wsEndpoint());
    return async () => {
        await browser.close();
        preview.kill();
        rmSync(folder, { recursive: true, force: true });
    };
}

/** Runs npm start's own script until it says that it is ready. */
function start(state: string): Promise<{ preview: ChildProcess; origin: string }> {
    const args = ['scripts/start.mjs', '--port', '0', '--state', state];
    const preview = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    return new Promise((resolve, reject) => {
        let said = '';
        const listen = (text: string): void => {
            said += text;
            const origin = /^ready: (\S+)$/m.exec(said)?.[1];
            if (origin !== undefined) resolve({ preview, origin });
        };
        preview.stdout.setEncoding('utf8').on('data', listen);
        preview.stderr.setEncoding('utf8').on('data', listen);
        preview.on('exit', () => reject(new Error(`The preview did not start:\n${said}`)));
    });
}
