import { existsSync, readFileSync } from 'node:fs';
import { run } from './command.mjs';
import { withProgress } from './progress.mjs';

const LOCK = 'package-lock.json';
// npm writes it when an install is complete.
const INSTALLED = 'node_modules/.package-lock.json';

/** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} Packages */

/**
 * @param {string} file
 * @returns {Packages}
 */
const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Whether node_modules holds what the lock file asks for, whoever installed it. */
export function isInstalled() {
    return existsSync(INSTALLED) && isComplete(packages(LOCK), packages(INSTALLED));
}

/**
 * @param {Packages} locked
 * @param {Packages} installed
 */
export function isComplete(locked, installed) {
    return Object.entries(locked).every(([place, { version, optional, devOptional }]) => {
        if (place === '') return true;
        const found = installed[place];
        // Another platform's binaries are in the lock file only.
        return found ? found.version === version : optional === true || devOptional === true;
    });
}

/** Installs the locked packages when they are not there yet. Throws with npm's own words. */
export async function ensureInstalled() {
    if (isInstalled()) return;
    await withProgress('Installing the locked packages (npm ci)', async () => {
        const { code, output } = await run('npm', ['ci', '--no-progress']);
        if (code !== 0) throw new Error(`npm ci failed:\n${output}`);
    });
}
