import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import JSZip from 'jszip';
import { instanceFields } from './classFile.ts';

/** The jars that Salesforce's code analyzer brings: PMD, apex-ls and the platform's types. */
export const JARS = path.join(
    path.dirname(createRequire(import.meta.url).resolve('@salesforce/code-analyzer-pmd-engine')),
    'java-lib'
);
/** Every standard object with its fields, as the platform's API 65 has them. */
const OBJECTS = 'sobject-types-65.0.0.jar';
const FOLDER = 'com/nawforce/runforce/SObjects/';

/** Standard objects by name; fields by name with their type: `User` for a parent, `Task[]` for children. */
export type StandardObjects = {
    readonly [object: string]: { readonly [field: string]: string };
};

/** Reads the 4,500 standard objects, which takes a second. */
export async function standardObjects(): Promise<StandardObjects> {
    const jar = await JSZip.loadAsync(readFileSync(path.join(JARS, OBJECTS)));
    const objects: { [object: string]: { [field: string]: string } } = {};
    for (const file of jar.file(/^com\/nawforce\/runforce\/SObjects\/\w+\.class$/)) {
        const fields = instanceFields(await file.async('nodebuffer'));
        objects[file.name.slice(FOLDER.length, -'.class'.length)] = Object.fromEntries(
            fields.map(({ name, descriptor }) => [name, typeName(descriptor)])
        );
    }
    return objects;
}

/** `[Lcom/nawforce/runforce/SObjects/Task;` is `Task[]`. */
function typeName(descriptor: string): string {
    const name = /(\w+);$/.exec(descriptor)?.[1] ?? descriptor;
    return descriptor.startsWith('[') ? `${name}[]` : name;
}
