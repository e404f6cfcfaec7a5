import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { run } from './command.mjs';
import { withProgress } from './progress.mjs';

const COMMANDS = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome'
];

function usualPlaces() {
    if (process.platform === 'darwin') {
        return ['Google Chrome', 'Chromium'].map(
            (name) => `/Applications/${name}.app/Contents/MacOS/${name}`
        );
    }
    if (process.platform !== 'win32') return [];
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
        .map((name) => process.env[name])
        .filter((folder) => folder !== undefined)
        .map((folder) => path.join(folder, 'Google/Chrome/Application/chrome.exe'));
}

/** @param {string} file */
function isExecutable(file) {
    try {
        accessSync(file, constants.X_OK);
        return true;
    } catch {
        return false;
    }
}

/** @returns {string | null} a Chromium or Chrome on this machine; CHROME_PATH goes first */
export function findChromium() {
    const folders = (process.env.PATH ?? '').split(path.delimiter);
    const candidates = [
        ...(process.env.CHROME_PATH ? [process.env.CHROME_PATH] : []),
        ...COMMANDS.flatMap((command) => folders.map((folder) => path.join(folder, command))),
        ...usualPlaces()
    ];
    return candidates.find(isExecutable) ?? null;
}

/**
 * Finds Chromium, or installs it where that needs no question: as root on Debian.
 * @returns {Promise<string>} its path
 * @throws {Error} that says how to get one
 */
export async function ensureChromium() {
    const found = findChromium();
    if (found) return found;
    if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
        await withProgress('Installing Chromium (apt-get)', installChromium);
        const installed = findChromium();
        if (installed) return installed;
    }
    throw new Error(
        'No Chromium or Chrome was found. Install one, or set CHROME_PATH to its executable.'
    );
}

async function installChromium() {
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
        const { code, output } = await run('apt-get', args, { DEBIAN_FRONTEND: 'noninteractive' });
        if (code !== 0) throw new Error(`apt-get ${args[0]} failed:\n${output}`);
    }
}
