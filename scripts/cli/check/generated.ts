/** Whether what is generated is what the sources give now. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Agreement } from '../../../shared/agreement/types.ts';
import { agreementFiles, GENERATED_FOLDER } from '../../build/agreement-files.ts';
import { functionFiles } from '../../build/hubspot-functions.ts';
import { lwcFiles } from '../../build/lwc.ts';
import { vectorFiles } from '../../build/vectors/files.ts';
import { filesUnder } from '../../sandbox/salesforce/metadata.ts';
import { count } from '../output/text.ts';
import { GENERATED, findingIn, type CheckedPart, type CheckFinding } from './types.ts';

export interface GeneratedFile {
    /** From the project's root. */
    readonly path: string;
    readonly text: string;
}

/** Everything that `npm run build` writes and a deployment or a test takes. */
export async function generatedFiles(agreement: Agreement): Promise<GeneratedFile[]> {
    return [
        ...agreementFiles(agreement),
        ...vectorFiles(),
        ...(await functionFiles()),
        ...(await lwcFiles())
    ];
}

/** @param root the project's folder */
export function checkGenerated(expected: readonly GeneratedFile[], root = '.'): CheckedPart {
    const stale = expected.flatMap(({ path: file, text }) => {
        const target = path.join(root, file);
        if (!existsSync(target)) return [finding(file, 'is not built: run npm run build')];
        return readFileSync(target, 'utf8') === text
            ? []
            : [finding(file, 'is not what its sources give now: run npm run build')];
    });
    return {
        ...GENERATED,
        seen: count(expected.length, 'file'),
        findings: [...stale, ...leftOver(expected, root)],
        skipped: null
    };
}

/** A file that nothing generates any more would still be deployed. */
function leftOver(expected: readonly GeneratedFile[], root: string): CheckFinding[] {
    const known = new Set(expected.map(({ path: file }) => forward(file)));
    const folder = path.join(root, GENERATED_FOLDER);
    if (!existsSync(folder)) return [];
    return filesUnder(folder)
        .map((file) => forward(path.relative(root, file)))
        .filter((file) => !known.has(file))
        .map((file) => finding(file, 'does not follow from the agreement: delete it'));
}

function finding(file: string, message: string): CheckFinding {
    return findingIn(forward(file), message);
}

const forward = (file: string): string => file.split(path.sep).join('/');
