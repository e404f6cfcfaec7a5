/** The fonts that Chromium sees in the tests: the same on every machine, whatever is installed there. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CACHE } from '../../scripts/build/cache.ts';

const FOLDERS = ['@expo-google-fonts/arimo', 'dejavu-fonts-ttf/ttf'].map((name) =>
    path.resolve('node_modules', name)
);
const MONOSPACE = 'DejaVu Sans Mono';

/**
 * `usual`: as wide as Arial and Helvetica, which is what most readers have; `wide`: what a machine
 * without either falls back to, some 14 % wider.
 */
export type Fonts = 'usual' | 'wide';
const SANS: { readonly [fonts in Fonts]: string } = { usual: 'Arimo', wide: 'DejaVu Sans' };

/**
 * Writes a fontconfig file that knows the fonts of our npm packages and no others.
 * @returns what FONTCONFIG_FILE is to be set to; only Linux heeds it
 */
export function fontconfig(fonts: Fonts): string {
    const folder = path.resolve(CACHE, 'fonts');
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, `${fonts}.conf`);
    writeFileSync(file, config(SANS[fonts], path.join(folder, 'cache')));
    return file;
}

/** Whatever family is asked for, there is one answer, and Chromium takes a "same" for the family itself. */
function config(sans: string, cache: string): string {
    return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${FOLDERS.map((folder) => `    <dir>${escaped(folder)}</dir>`).join('\n')}
    <cachedir>${escaped(cache)}</cachedir>
    <match target="pattern">
        <test name="family" compare="not_eq"><string>monospace</string></test>
        <edit name="family" mode="assign_replace" binding="same"><string>${sans}</string></edit>
    </match>
    <match target="pattern">
        <test name="family"><string>monospace</string></test>
        <edit name="family" mode="assign_replace" binding="same"><string>${MONOSPACE}</string></edit>
    </match>
</fontconfig>
`;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
