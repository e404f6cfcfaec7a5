/** What differs from main, committed or not. */
import { run } from '../setup/command.mjs';

const MAIN = ['main', 'origin/main'];

export interface Changes {
    /** What they are counted from, as a person reads it. */
    readonly since: string;
    /** Paths from the project's root, those of deleted files too. */
    readonly files: readonly string[];
}

/** @throws Error when git cannot tell */
export async function changes(): Promise<Changes> {
    const base = await branchingPoint();
    const [changed, added] = await Promise.all([
        git(['diff', '--name-only', '-z', base?.commit ?? 'HEAD']),
        git(['ls-files', '--others', '--exclude-standard', '-z'])
    ]);
    const files = `${changed}${added}`.split('\0').filter((name) => name !== '');
    return { since: base?.name ?? 'the last commit', files: [...new Set(files)].sort() };
}

/** Where this branch left main; null where there is no main. */
async function branchingPoint(): Promise<{ name: string; commit: string } | null> {
    for (const name of MAIN) {
        const { code, stdout } = await run('git', ['merge-base', 'HEAD', name]);
        if (code === 0) return { name, commit: stdout.trim() };
    }
    return null;
}

async function git(args: readonly string[]): Promise<string> {
    const { code, output, stdout } = await run('git', args);
    if (code !== 0) throw new Error(`git ${args[0]} failed:\n${output}`);
    return stdout;
}
