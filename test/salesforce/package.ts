import path from 'node:path';
import { filesUnder } from '../../scripts/sandbox/salesforce/metadata.ts';

/** The package that an org gets. */
export const FORCE_APP = path.resolve('force-app');

/** A package of mistakes: each check must find its own here, and only here. */
export const BAD = path.resolve('test/salesforce/bad');

/** The files of a package that go to an org: tests of components stay here. */
export function packageFiles(root: string): string[] {
    return filesUnder(root).filter((file) => !file.includes(`${path.sep}__tests__${path.sep}`));
}

/** Something that an org would refuse, or that would go wrong there. */
export interface Finding {
    /** Relative to the package's folder, with forward slashes. */
    readonly file: string;
    readonly line?: number;
    readonly message: string;
}

/** A file's path as findings name it. */
export function relativeTo(root: string, file: string): string {
    return path.relative(root, file).split(path.sep).join('/');
}

/** Findings as a person reads them, in a stable order. */
export function lines(findings: readonly Finding[]): string[] {
    return findings
        .map(({ file, line, message }) => `${file}${line === undefined ? '' : `:${line}`} ${message}`)
        .sort();
}
