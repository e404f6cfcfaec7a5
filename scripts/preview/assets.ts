/** What the browser loads: built once for each state of its sources, and the files as they are. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { usedComponents } from '../build/base-component-names.ts';
import type { Buildable } from './cached.ts';
import { folderOf } from './cached.ts';
import { inChild } from './child.ts';

const HERE = 'scripts/preview';
const HUBSPOT = 'hubspot-project/src/app';
const NODE_MODULES = 'node_modules/@salesforce-ux';
const CORE_SOURCES = ['shared', 'scripts/build'];

export type AssetName = 'base-components' | 'salesforce' | 'hubspot' | 'page';

/** What is built, and where it stands in an address. */
export interface Asset extends Buildable {
    readonly name: AssetName;
    readonly label: string;
    readonly prefix: string;
}

/** Maps the start of a path in the address to a folder. */
export type Folders = readonly (readonly [prefix: string, folder: string])[];

export const assets = (): readonly Asset[] => [
    {
        name: 'base-components',
        prefix: '/base/',
        label: 'Compiling the Lightning base components (once)',
        sources: ['scripts/build/base-components.ts', 'scripts/build/lwc-rollup.ts'],
        key: usedComponents().join()
    },
    {
        name: 'salesforce',
        prefix: '/salesforce/',
        label: 'Compiling the Lightning web components',
        sources: [
            ...CORE_SOURCES,
            'force-app/main/default/lwc',
            'force-app/main/default/labels',
            `${HERE}/salesforce`,
            `${HERE}/frame`
        ]
    },
    {
        name: 'hubspot',
        prefix: '/hubspot/',
        label: 'Building the HubSpot extensions with HubSpot’s bundler',
        sources: [
            ...CORE_SOURCES,
            'hubspot-project/functions',
            ...['cards', 'pages', 'settings'].map((folder) => `${HUBSPOT}/${folder}`),
            `${HERE}/hubspot`
        ]
    },
    {
        name: 'page',
        prefix: '/',
        label: 'Bundling the page',
        sources: [`${HERE}/page`, `${HERE}/frame`, `${HERE}/hubspot`, 'shared/calendar']
    }
];

/** Builds what changed, in a process that ends, and says where everything is. */
export async function prepareAssets(): Promise<Folders> {
    const all = assets();
    if (all.some((asset) => !existsSync(folderOf(asset)))) {
        await inChild('scripts/preview/buildAssets.ts');
    }
    return [
        ['/slds1/', `${NODE_MODULES}/design-system/assets`],
        ['/slds2/', `${NODE_MODULES}/design-system-2/dist/css/bundled`],
        ...all.map((asset) => [asset.prefix, folderOf(asset)] as const)
    ];
}

/** The file of an address, or null when it leads out of every folder. */
export function fileOf(folders: Folders, address: string): string | null {
    const [prefix, folder] = folders.find(([start]) => address.startsWith(start)) ?? [];
    if (prefix === undefined || folder === undefined) return null;
    const file = path.join(folder, decodeURIComponent(address.slice(prefix.length)));
    if (!file.startsWith(folder)) return null;
    // An import map names base components without an extension.
    return path.extname(file) === '' ? `${file}.js` : file;
}
