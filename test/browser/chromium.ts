/** Chromium as the tests start it: quiet, without a sandbox of its own, with our fonts. */
import process from 'node:process';
import { ensureChromium } from '../../scripts/setup/chromium.mjs';
import { fontconfig, type Fonts } from './fonts.ts';

const QUIET = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync'
];

/** For playwright's `launch` and `launchServer`. */
export async function chromiumOptions(fonts: Fonts) {
    return {
        executablePath: await ensureChromium(),
        args: QUIET,
        env: { ...(process.env as { [name: string]: string }), FONTCONFIG_FILE: fontconfig(fonts) }
    };
}
