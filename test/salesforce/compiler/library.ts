import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { CLASSES, EXCEPTION, MEMBERS, type LibraryClass } from './additions.ts';

const FILE = /^StandardApexLibrary\/(System|Schema|Database|Messaging)\/(\w+)\.cls$/;

/** Types that the compiler has built in, with more than their declaration holds. */
const BUILT_IN: ReadonlySet<string> = new Set([
    ...['Blob', 'Boolean', 'Date', 'Datetime', 'Decimal', 'Double', 'Id', 'Integer', 'Long'],
    ...['Object', 'SObject', 'String', 'Time', 'List', 'Map', 'Set', 'Iterable', 'Iterator'],
    ...['Exception', 'Label']
]);

/** The library that the compiler brings in its jar, with what it lacks. */
export async function standardLibrary(jar: string): Promise<LibraryClass[]> {
    const archive = await JSZip.loadAsync(readFileSync(jar));
    const added = new Set(CLASSES.map(({ namespace, name }) => `${namespace}.${name}`));
    const classes: LibraryClass[] = [];
    for (const file of archive.file(FILE)) {
        const [, namespace = '', name = ''] = FILE.exec(file.name) ?? [];
        if (BUILT_IN.has(name) || added.has(`${namespace}.${name}`)) continue;
        const declared = await file.async('string');
        classes.push({ namespace, name, body: completed(namespace, name, declared) });
    }
    return [...classes, ...CLASSES];
}

function completed(namespace: string, name: string, declared: string): string {
    if (name.endsWith('Exception')) return `global class ${name} ${EXCEPTION}`;
    const members = MEMBERS[`${namespace}.${name}`] ?? [];
    const names = members.map((member) => /(\w+);$/.exec(member)?.[1]).filter(Boolean);
    // The library's own declaration of such a field is the wrong one.
    return withElementTypes(declared)
        .split('\n')
        .filter((line) => !names.some((field) => line.trimEnd().endsWith(` ${field};`)))
        .join('\n')
        .replace(/\}\s*$/, `${members.join('\n')}\n}`);
}

/** The library names collections without the types of their elements, which the compiler refuses. */
function withElementTypes(declared: string): string {
    return declared
        .replace(/(?<=[(,] ?)(List|Set) (?=\w)/g, '$1<SObject> ')
        .replace(/(?<=[(,] ?)Map (?=\w)/g, 'Map<String, Object> ')
        .replace(/^(\s*global [^;{=*]*?)\bMap (?=\w)/gm, '$1Map<String, Object> ');
}
