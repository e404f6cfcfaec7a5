import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMemory, seedHash, UNTOUCHED } from './memory.ts';

let folder: string;
let file: string;
beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'handoff-memory-'));
    file = path.join(folder, 'deep/state.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const KEPT = { ...UNTOUCHED, elapsed: 5, offset: 60_000 };

describe('the preview’s memory', () => {
    it('holds a person over a restart', () => {
        openMemory(file).write('dana', 'a', KEPT);
        expect(openMemory(file).read('dana', 'a')).toEqual(KEPT);
    });

    it('forgets a person whose case has changed', () => {
        const memory = openMemory(file);
        memory.write('dana', seedHash({ rows: 1 }), KEPT);
        expect(memory.read('dana', seedHash({ rows: 2 }))).toEqual(UNTOUCHED);
    });

    it('starts anew over a file that is not its own', () => {
        writeFileSync(path.join(folder, 'state.json'), '{ broken');
        const memory = openMemory(path.join(folder, 'state.json'));
        expect(memory.read('dana', 'a')).toEqual(UNTOUCHED);
    });
});
