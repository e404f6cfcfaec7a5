import path from 'node:path';
import {
    childrenOf,
    readMetadata,
    textOf,
    type Element,
    type MetadataFile
} from '../../../scripts/sandbox/salesforce/metadata.ts';
import { readCatalogue, type Catalogue } from '../catalogue/objects.ts';
import { packageFiles, projectPath, type Finding } from '../package.ts';

/** The packages of an org, and the names that one file of them may use for another. */
export interface Project {
    readonly files: readonly string[];
    readonly catalogue: Catalogue;
    /** Names of labels, permissions, classes and so on by the kind of file they come from. */
    readonly names: (kind: string) => ReadonlySet<string>;
    readonly metadata: (kind: string) => readonly MetadataFile[];
}

/** A check of cross references. */
export type ReferenceCheck = (project: Project) => Finding[];

export async function readProject(roots: readonly string[]): Promise<Project> {
    const files = roots.flatMap(packageFiles);
    const read = new Map<string, MetadataFile[]>();
    const metadata = (kind: string): MetadataFile[] => {
        const known = read.get(kind) ?? readMetadata(files, kind);
        read.set(kind, known);
        return known;
    };
    const names = (kind: string): Set<string> =>
        kind === 'labels'
            ? new Set(
                  metadata(kind)
                      .flatMap(({ content }) => childrenOf(content, 'labels'))
                      .flatMap((label) => textOf(label, 'fullName') ?? [])
              )
            : new Set(metadata(kind).map(({ name }) => name));
    return { files, catalogue: await readCatalogue(roots), names, metadata };
}

/** A finding about a metadata file. */
export function inFile(file: MetadataFile | string, message: string): Finding {
    return { file: projectPath(typeof file === 'string' ? file : file.path), message };
}

/** The texts of all elements of a name, which XML gives as one or as a list. */
export function textsOf(element: Element | null, tag: string): string[] {
    return [element?.[tag] ?? []].flat().filter((value) => typeof value === 'string');
}

/** `Handoff/Overdue` of `reports/Handoff/Overdue.report-meta.xml`. */
export function inFolder({ path: file, name }: MetadataFile): string {
    return `${path.basename(path.dirname(file))}/${name}`;
}
