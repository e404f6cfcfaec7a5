import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvBatches } from './csvBatches.ts';

async function* chunked(text: string, size: number): AsyncGenerator<Buffer> {
    const bytes = Buffer.from(text);
    for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}
/** Records with the line that each begins with, and the lines that were given up. */
async function read(text: string, size: number, delimiter = ',') {
    const records: string[][] = [];
    const broken: number[] = [];
    const begins: number[] = [];
    for await (const batch of csvBatches(chunked(text, size), delimiter)) {
        if (!('bytes' in batch)) {
            broken.push(batch.line);
            continue;
        }
        const { data } = Papa.parse<string[]>(batch.bytes.toString(), { delimiter, newline: '\n' });
        begins.push(batch.line);
        records.push(...data.filter((record) => record.length > 1 || record[0] !== ''));
    }
    return { records, broken, begins };
}

describe('a file cut into batches', () => {
    it('gives the records that were written, wherever its chunks end', async () => {
        const cell = fc.string({
            unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', 'ü', '=')
        });
        await fc.assert(
            fc.asyncProperty(
                fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
                fc.integer({ min: 1, max: 40 }),
                fc.constantFrom(',', ';'),
                async (rows, size, delimiter) => {
                    const text = Papa.unparse(rows, { delimiter, quotes: true, newline: '\n' });
                    const { broken, records } = await read(`${text}\n`, size, delimiter);
                    expect(broken).toEqual([]);
                    expect(records).toEqual(rows);
                }
            )
        );
    });

    it('gives up the line of a quote that is never closed, and goes on with the next', async () => {
        const text = 'a,b\n1,"two\n3,4\n5,"six"\n7,8\n';
        for (const size of [1, 5, 100]) {
            const { broken, records } = await read(text, size);
            expect(broken).toEqual([2]);
            expect(records.map(([first]) => first)).toEqual(['a', '3', '5', '7']);
        }
        expect((await read('a,b\n1,"two\n3,4', 3)).broken).toEqual([2]);
    });

    it('counts lines, those within cells too', async () => {
        const { begins } = await read('a,b\n"1\n1",x\n2,y\n3,"z\n', 4);
        expect(begins[0]).toBe(1);
        expect(begins).toContain(4);
    });

    it('takes a quote within a cell as it is', async () => {
        expect((await read('a,b\n5" pipe,2\n', 3)).records).toEqual([
            ['a', 'b'],
            ['5" pipe', '2']
        ]);
    });
});
