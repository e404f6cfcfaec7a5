import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LWC } from './lwc-modules.ts';

/** Salesforce's own components in their npm package. */
export const BASE_COMPONENTS = 'node_modules/lightning-base-components/src/lightning';
const USERS = [LWC, 'scripts/preview/salesforce'];

/** The base components that our own components and the preview use, in order. */
export function usedComponents(): string[] {
    const names = USERS.flatMap(filesUnder).flatMap((file) => {
        const text = readFileSync(file, 'utf8');
        const tags = [...text.matchAll(/<lightning-([a-z-]+)/g)].map(([, tag = '']) => camel(tag));
        const imports = [...text.matchAll(/from 'lightning\/(\w+)'/g)].map(([, name = '']) => name);
        return [...tags, ...imports];
    });
    return [...new Set(names)].filter(isComponent).sort();
}

function filesUnder(folder: string): string[] {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(html|ts)$/.test(name) && !name.includes('__tests__'))
        .map((name) => path.join(folder, name));
}

const camel = (tag: string): string =>
    tag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
const isComponent = (name: string): boolean =>
    existsSync(path.join(BASE_COMPONENTS, name, `${name}.js`));
