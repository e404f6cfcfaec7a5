import path from 'node:path';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import JSZip from 'jszip';
import project from '../../sfdx-project.json' with { type: 'json' };
import { filesUnder } from '../../scripts/sandbox/salesforce/metadata.ts';

/** What a deployment sends to an org. */
export interface Archive {
    /** The text of each file by its path. */
    readonly files: ReadonlyMap<string, string>;
    /** The members of each type in package.xml. */
    readonly members: ReadonlyMap<string, readonly string[]>;
    readonly apiVersion: string;
}

/** Converts a package as `sf project deploy start` does before it sends it. */
export async function archiveOf(root: string): Promise<Archive> {
    const components = ComponentSet.fromSource(root);
    // Without a version it asks a server which is the newest.
    components.sourceApiVersion = project.sourceApiVersion;
    const converter = new MetadataConverter();
    const { zipBuffer } = await converter.convert(components, 'metadata', { type: 'zip' });
    if (zipBuffer === undefined) throw new Error(`${root} gave no archive`);
    const zip = await JSZip.loadAsync(zipBuffer);
    const files = new Map<string, string>();
    for (const { name, dir } of Object.values(zip.files)) {
        const file = dir ? null : zip.file(name);
        if (file !== null) files.set(name, await file.async('string'));
    }
    const { types, version } = (await components.getObject()).Package;
    const members = new Map(types.map((type) => [type.name, type.members]));
    return { files, members, apiVersion: version };
}

// Folders of a package whose files stand in the archive as they are.
const CODE = ['classes', 'triggers', 'lwc'];
const IN_OBJECT = /^objects\/(\w+)\/\w+\/([\w.]+)\.\w+-meta\.xml$/;

/** Where a source file must stand in the archive, and the text that must be in that file, if any. */
function placeOf(file: string): { name: string; holds: string } {
    const [folder = ''] = file.split('/');
    // An org runs the JavaScript of the build.
    if (CODE.includes(folder)) return { name: file.replace(/\.ts$/, '.js'), holds: '' };
    const [, object, name] = IN_OBJECT.exec(file) ?? [];
    if (object !== undefined) {
        return { name: `objects/${object}.object`, holds: `<fullName>${name}</fullName>` };
    }
    if (folder === 'objects') return { name: `objects/${file.split('/')[1]}.object`, holds: '' };
    const plain = file.replace(/\.\w+Folder-meta\.xml$/, '-meta.xml');
    return { name: plain === file ? file.replace(/-meta\.xml$/, '') : plain, holds: '' };
}

/** What the archive lacks of the source files, and what it has besides them. */
export function differences(root: string, { files }: Archive): string[] {
    const places = filesUnder(root)
        .map((file) => path.relative(root, file).split(path.sep).join('/'))
        .filter((file) => !file.includes('/__tests__/'))
        // Parts of a package stand in folders of their own: main/default, main/agreement.
        .map((file) => placeOf(file.replace(/^main\/[\w-]+\//, '')));
    const expected = new Set(['package.xml', ...places.map(({ name }) => name)]);
    return [
        ...[...expected].filter((name) => !files.has(name)).map((name) => `lacks ${name}`),
        ...[...files.keys()].filter((name) => !expected.has(name)).map((name) => `has ${name}`),
        ...places
            .filter(({ name, holds }) => files.get(name)?.includes(holds) === false)
            .map(({ name, holds }) => `${name} lacks ${holds}`)
    ].sort();
}
