import { describe, expect, it } from 'vitest';
import { golden, runHere } from '../testing/run.ts';

describe('handoff preview', () => {
    it('teaches with an example', async () => {
        await golden('preview/help', await runHere(['preview', '--help']));
        await golden(
            'preview/help.colour',
            await runHere(['preview', '--help'], { isColoured: true })
        );
    });

    it.each([
        ['nothing-named', []],
        ['lead', ['--lead', '001000000000001AAA']],
        ['contact', ['--contact', 'ana@acme.example']],
        ['port', ['--port', '80000']]
    ])('says what is wrong before anything is read: %s', async (name, argv) => {
        const ran = await runHere(['preview', ...argv]);
        expect(ran.code).toBe(2);
        await golden(`preview/${name}`, ran);
    });
});
