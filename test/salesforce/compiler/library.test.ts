import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { CLASSES, MEMBERS } from './additions.ts';
import { COMPILER } from './compiler.ts';
import { standardLibrary } from './library.ts';

describe('what is added to the library of the compiler', () => {
    let declared: (className: string) => Promise<string | undefined>;
    beforeAll(async () => {
        const jar = await JSZip.loadAsync(readFileSync(COMPILER));
        declared = async (className) =>
            jar.file(`StandardApexLibrary/${className.replace('.', '/')}.cls`)?.async('string');
    });

    it('are classes that it lacks, or has in a form that the compiler refuses', async () => {
        for (const { namespace, name, body } of CLASSES) {
            const [head = ''] = body.split('{');
            expect((await declared(`${namespace}.${name}`)) ?? '').not.toContain(head.trim());
        }
    });

    it('are members that its classes lack', async () => {
        for (const [className, members] of Object.entries(MEMBERS)) {
            const body = await declared(className);
            expect(body).toBeDefined();
            for (const member of members) expect(body).not.toContain(member);
        }
    });

    it('stands in what the compiler gets', async () => {
        const library = await standardLibrary(COMPILER);
        for (const [className, members] of Object.entries(MEMBERS)) {
            const found = library.find((one) => `${one.namespace}.${one.name}` === className);
            for (const member of members) expect(found?.body).toContain(member);
        }
    });
});
