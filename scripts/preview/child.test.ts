import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inChild } from './child.ts';

let folder = '';
beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'handoff-child-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('runs a TypeScript module with its arguments in another process', async () => {
    const module = path.join(folder, 'good.ts');
    const out = path.join(folder, 'out.txt');
    writeFileSync(
        module,
        `import { writeFileSync } from 'node:fs';
        const file: string = process.argv[2] ?? '';
        writeFileSync(file, String(process.pid));`
    );
    await inChild(module, [out]);
    expect(Number(readFileSync(out, 'utf8'))).toBeGreaterThan(0);
    expect(Number(readFileSync(out, 'utf8'))).not.toBe(process.pid);
});

it('rejects when the module fails', async () => {
    const module = path.join(folder, 'bad.ts');
    writeFileSync(module, 'process.exitCode = 3;');
    await expect(inChild(module)).rejects.toThrow(`${module} failed`);
});
