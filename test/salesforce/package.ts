import path from 'node:path';
import { filesUnder } from '../../scripts/sandbox/salesforce/metadata.ts';

/** The package that an org gets. */
export const FORCE_APP = path.resolve('force-app');

/** The mistakes that a check must find: each has a package of its own. */
export function bad(check: string): string {
    return path.resolve('test/salesforce/bad', check);
}

/** The files of a package that go to an org: tests of components stay here. */
export function packageFiles(root: string): string[] {
    return filesUnder(root).filter((file) => !file.includes(`${path.sep}__tests__${path.sep}`));
}

/** Something that an org would refuse, or that would go wrong there. */
export interface Finding {
    /** From the project's folder, with forward slashes. */
    readonly file: string;
    readonly line?: number;
    readonly message: string;
}

/** A file's path as findings name it. */
export function projectPath(file: string): string {
    return path.relative('.', file).split(path.sep).join('/');
}

/** The findings in one package as a person reads them, in a stable order; paths from its folder. */
export function linesIn(root: string, findings: readonly Finding[]): string[] {
    const folder = `${projectPath(root)}/`;
    return findings
        .filter(({ file }) => file.startsWith(folder))
        .map(({ file, line, message }) => {
            const place = line === undefined ? '' : `:${line}`;
            return `${file.slice(folder.length)}${place} ${message}`;
        })
        .sort();
}
