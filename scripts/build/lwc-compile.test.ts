import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileLwc } from './lwc-compile.ts';

const component = (body: string) =>
    `import { LightningElement } from 'lwc';\nexport default class Sample extends LightningElement {${body}}\n`;

describe('compileLwc', () => {
    let folder = '';
    const write = (js: string) => writeFileSync(path.join(folder, 'sample', 'sample.js'), js);

    beforeEach(() => {
        folder = mkdtempSync(path.join(tmpdir(), 'handoff-'));
        mkdirSync(path.join(folder, 'sample'));
        writeFileSync(path.join(folder, 'sample', 'sample.html'), '<template></template>');
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    it('passes what an org takes and lists what it refers to', async () => {
        write(
            `import label from '@salesforce/label/c.Handoff_Loading';\n${component('l = label;')}`
        );
        const [result] = await compileLwc(folder);
        expect(result).toMatchObject({ name: 'sample', ok: true });
        expect(result?.references).toContainEqual(
            expect.objectContaining({ type: 'label', id: 'c.Handoff_Loading' })
        );
    });

    it('fails what the platform refuses, with its words', async () => {
        write(component('#secret() {}'));
        const [result] = await compileLwc(folder);
        expect(result?.ok).toBe(false);
        expect(result?.messages.join()).toMatch(/LWC1007/);
    });

    it('fails a file over the limit of an org', async () => {
        write(component('') + `// ${'x'.repeat(1_000_000)}\n`);
        const [result] = await compileLwc(folder);
        expect(result?.ok).toBe(false);
        expect(result?.messages[0]).toMatch(/^sample\.js: \d+ bytes, an org takes 1000000$/);
    });
});
