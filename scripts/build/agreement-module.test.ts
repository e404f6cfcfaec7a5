import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultAgreement } from '../../test/support/agreement.ts';
import { agreementSource } from './agreement-module.ts';

describe('agreementSource', () => {
    let folder = '';
    beforeAll(() => {
        folder = mkdtempSync(path.join(tmpdir(), 'handoff-'));
    });
    afterAll(() => {
        rmSync(folder, { recursive: true });
    });

    it('is a module that exports the agreement as parsed', async () => {
        const file = path.join(folder, 'agreement.mjs');
        writeFileSync(file, agreementSource());
        const { agreement } = await import(/* @vite-ignore */ file);
        expect(agreement).toEqual(defaultAgreement());
    });

    it('refuses an agreement with a mistake and says where it is', () => {
        const file = path.join(folder, 'agreement.yaml');
        const text = readFileSync('shared/agreement/agreement.yaml', 'utf8');
        writeFileSync(file, `${text}\nsurprise: 1\n`);
        const line = text.split('\n').length + 1;
        expect(() => agreementSource(file)).toThrow(`${file}:${line}:1 `);
    });
});
