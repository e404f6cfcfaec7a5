/** The metadata that is an org's own. */
import { readFileSync } from 'node:fs';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import { componentsOf } from '../../../cli/salesforce/components.ts';
import { unzipped } from '../../../cli/salesforce/package.ts';
import { filesUnder } from '../metadata.ts';
import type { OrgTrait } from '../traits/types.ts';
import type { OrgMetadata } from './metadata.ts';

/** Who set up what the org has of its own. */
const EDITOR = 'Eve Editor';

export function foldersOf(traits: readonly OrgTrait[]): string[] {
    return traits.flatMap(({ metadata }) => metadata ?? []);
}

/** Puts the metadata of the org's own, in source format, where the deployed goes. */
export async function storeOwn(
    metadata: OrgMetadata,
    folders: readonly string[],
    at: string
): Promise<void> {
    for (const folder of folders) {
        const components = ComponentSet.fromSource(folder);
        // Without a version it asks a server which is the newest.
        components.sourceApiVersion = '67.0';
        const { zipBuffer } = await new MetadataConverter().convert(components, 'metadata', {
            type: 'zip'
        });
        if (zipBuffer === undefined) throw new Error(`${folder} gave no archive`);
        for (const file of filesUnder(folder)) putCode(metadata, file, at);
        for (const [key, component] of componentsOf(await unzipped(zipBuffer))) {
            if (component.type !== 'CustomObject') metadata.set(key, { component, by: EDITOR, at });
        }
    }
}

/** Code whose meta file is left out, since nothing stands in it. */
function putCode(metadata: OrgMetadata, file: string, at: string): void {
    const [, fullName = '', ending] = /(\w+)\.(cls|trigger)$/.exec(file) ?? [];
    if (ending === undefined) return;
    const type = ending === 'cls' ? 'ApexClass' : 'ApexTrigger';
    const path = `${ending === 'cls' ? 'classes' : 'triggers'}/${fullName}.${ending}`;
    const texts = new Map([[path, readFileSync(file, 'utf8')]]);
    const component = { type, fullName, content: null, texts };
    metadata.set(`${type}:${fullName}`, { component, by: EDITOR, at });
}
