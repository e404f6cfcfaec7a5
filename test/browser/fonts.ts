/** The fonts that Chromium sees in the tests: the same on every machine, whatever is installed there. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CACHE } from '../../scripts/build/cache.ts';

const FOLDERS = ['@expo-google-fonts/arimo', 'dejavu-fonts-ttf/ttf'].map((name) =>
    path.resolve('node_modules', name)
);
const MONOSPACE = 'DejaVu Sans Mono';
/** What a machine falls back to that has neither Arial nor Helvetica: some 14 % wider. */
export const WIDE_FONT = 'DejaVu Sans';

/** `usual`: as wide as Arial and Helvetica, which is what most readers have. */
export type Fonts = 'usual' | 'wide';
const SANS: { readonly [fonts in Fonts]: string } = { usual: 'Arimo', wide: WIDE_FONT };

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

/** Two families can be asked for by name; for any other there is one answer, which Chromium takes for the family. */
function config(sans: string, cache: string): string {
    return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${FOLDERS.map((folder) => `    <dir>${escaped(folder)}</dir>`).join('\n')}
    <cachedir>${escaped(cache)}</cachedir>
    <match target="pattern">
        <test name="family" compare="not_eq"><string>monospace</string></test>
        <test name="family" compare="not_eq"><string>${WIDE_FONT}</string></test>
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
