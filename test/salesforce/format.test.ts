import { readFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import { describe, expect, it } from 'vitest';
import { bad, FORCE_APP } from './package.ts';

async function isFormatted(file: string): Promise<boolean> {
    const options = await prettier.resolveConfig(path.join(FORCE_APP, path.basename(file)));
    return prettier.check(readFileSync(file, 'utf8'), { ...options, filepath: file });
}

// npm run check:format looks at the package itself.
describe('the format of Apex and its metadata', () => {
    it('is right in a class of the package', async () => {
        const file = path.join(FORCE_APP, 'main/default/classes/HandoffLeadContext.cls');
        expect(await isFormatted(file)).toBe(true);
        expect(await isFormatted(`${file}-meta.xml`)).toBe(true);
    });

    it('is found wrong where it is', async () => {
        const file = path.join(bad('format'), 'classes/BadFormat.cls');
        expect(await isFormatted(file)).toBe(false);
        expect(await isFormatted(`${file}-meta.xml`)).toBe(false);
    });
});
