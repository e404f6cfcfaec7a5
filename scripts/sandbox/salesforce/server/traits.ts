/** What traits make of an org: its setup, its own metadata, its own rows. */
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import { componentsOf } from '../../../cli/salesforce/components.ts';
import { unzipped } from '../../../cli/salesforce/package.ts';
import { PLAIN_SETUP } from '../traits/plain.ts';
import type { OrgSetup, OrgTrait } from '../traits/types.ts';
import type { OrgMetadata } from './metadata.ts';

/** Who set up what the org has of its own. */
const EDITOR = 'Eve Editor';

export function setupOf(traits: readonly OrgTrait[]): OrgSetup {
    return traits.reduce<OrgSetup>(
        (before, { setup = {} }) => ({
            ...before,
            ...setup,
            server: { ...before.server, ...setup.server }
        }),
        PLAIN_SETUP
    );
}

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
        for (const [key, component] of componentsOf(await unzipped(zipBuffer))) {
            if (component.type !== 'CustomObject') metadata.set(key, { component, by: EDITOR, at });
        }
    }
}
