import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Sets the project up, then gives a TypeScript module's `main` the command line and the folder it was
 * typed in. Works on a fresh clone: until the packages are there it needs nothing but node.
 * @param {string} module from the project's root
 */
export async function enter(module) {
    const folder = process.cwd();
    process.chdir(ROOT);
    await ensureInstalled();
    await import('./typescript.mjs');
    const { main } = await import(new URL(`../../${module}`, import.meta.url).href);
    await main(process.argv.slice(2), folder);
}
