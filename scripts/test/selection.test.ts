import { describe, expect, it } from 'vitest';
import { distances } from './readers.ts';
import { select } from './selection.ts';

describe('distances', () => {
    const sources = new Map([
        ['shared/a.ts', `export const a = 1;`],
        ['shared/b.ts', `import { a } from './a.ts';`],
        ['shared/b.test.ts', `import './b.ts';`],
        ['scripts/reads.test.ts', `read('test/data/one.yaml')`],
        ['scripts/folder.test.ts', `loadAll("test/data")`],
        ['scripts/agreed.test.ts', `import { agreement } from 'handoff:agreement';`],
        ['scripts/other.test.ts', `const name = 'test';`],
        ['force-app/main/default/lwc/card/card.ts', `import { b } from 'c/badge';`],
        ['force-app/main/default/lwc/card/__tests__/card.test.ts', `import Card from 'c/card';`]
    ]);
    const of = (...changed: string[]): object => Object.fromEntries(distances(changed, sources));

    it('follows imports from what changed to what depends on it', () => {
        expect(of('shared/a.ts')).toEqual({
            'shared/a.ts': 0,
            'shared/b.ts': 1,
            'shared/b.test.ts': 2
        });
    });

    it('finds who reads a file that is no code, by its name or by its folder’s', () => {
        expect(of('test/data/one.yaml')).toEqual({
            'test/data/one.yaml': 0,
            'scripts/reads.test.ts': 1,
            'scripts/folder.test.ts': 1
        });
        expect(of('shared/agreement/agreement.yaml')).toMatchObject({
            'scripts/agreed.test.ts': 1
        });
    });

    it('takes a component’s template for a part of it, and goes on to who uses the component', () => {
        const lwc = 'force-app/main/default/lwc';
        expect(of(`${lwc}/badge/badge.html`)).toEqual({
            [`${lwc}/badge/badge.html`]: 0,
            [`${lwc}/card/card.ts`]: 1,
            [`${lwc}/card/__tests__/card.test.ts`]: 2
        });
    });
});

describe('select', () => {
    const near = new Map([
        ['far.test.ts', 2],
        ['near.test.ts', 1],
        ['slow.test.ts', 1],
        ['changed.test.ts', 0],
        ['code.ts', 0]
    ]);
    const isTest = (file: string): boolean => file.endsWith('.test.ts');

    it('takes the nearest first, and leaves what would take too long', () => {
        const durations = { 'near.test.ts': 300, 'slow.test.ts': 900, 'far.test.ts': 300 };
        expect(select(near, isTest, { ...durations, 'changed.test.ts': 100 }, 1000)).toEqual({
            chosen: ['changed.test.ts', 'near.test.ts', 'far.test.ts'],
            left: ['slow.test.ts']
        });
    });

    it('always takes a test that was changed itself', () => {
        expect(select(near, isTest, { 'changed.test.ts': 9000 }, 1000).chosen).toEqual([
            'changed.test.ts'
        ]);
    });
});
