import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { DEFAULT_AGREEMENT } from './edited.testkit.ts';
import { parseAgreement } from './parse.ts';

type Path = readonly (string | number)[];
type Tree = { [key: string | number]: unknown };

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

function pathsOf(value: unknown, path: Path = []): Path[] {
    if (!isTree(value)) return [path];
    const keys = Array.isArray(value) ? value.map((_, i) => i) : Object.keys(value);
    return [
        ...(path.length > 0 ? [path] : []),
        ...keys.flatMap((key) => pathsOf(value[key], [...path, key]))
    ];
}

function at(tree: unknown, path: Path): unknown {
    return path.reduce<unknown>((part, key) => (isTree(part) ? part[key] : undefined), tree);
}

function put(tree: unknown, path: Path, value: unknown): void {
    const parent = at(tree, path.slice(0, -1));
    const key = path[path.length - 1]!;
    if (!isTree(parent)) return;
    if (value === undefined && Array.isArray(parent)) parent.splice(Number(key), 1);
    else if (value === undefined) Reflect.deleteProperty(parent, key);
    else parent[key] = value;
}

/** What must hold of any text: an answer, and issues that point into it. */
function holds(text: string): void {
    const { agreement, issues } = parseAgreement(text);
    expect(agreement === null).toBe(issues.length > 0);
    const lines = text.split('\n');
    for (const { code, message, line, column } of issues) {
        expect(code).toMatch(/^[a-z]+\.[a-z_]+$/);
        expect(message).not.toBe('');
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual(lines[line! - 1]!.length + 1);
    }
}

const original: unknown = parse(DEFAULT_AGREEMENT);
const paths = pathsOf(original);
const anyPath = fc.constantFrom(...paths);
const anyValue = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>,
    fc.constantFrom<unknown>(
        null,
        '',
        0,
        -1,
        1e300,
        [],
        {},
        [null],
        [[]],
        { a: null },
        '2bd',
        'P6M',
        'PT0S',
        '__proto__'
    )
);
const mutation = fc.oneof(
    fc.record({ kind: fc.constant('delete' as const), path: anyPath }),
    fc.record({ kind: fc.constant('replace' as const), path: anyPath, value: anyValue }),
    fc.record({ kind: fc.constant('swap' as const), path: anyPath, other: anyPath }),
    fc.record({
        kind: fc.constant('add' as const),
        path: anyPath,
        key: fc.string({ maxLength: 12 }),
        value: anyValue
    })
);

describe('parseAgreement', () => {
    it('never throws on arbitrary text', () => {
        fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), holds), {
            numRuns: 500
        });
        const yamlish = fc.stringMatching(/^[\]:\n\t {}[,&*!|>'"%@`#?<~a1-]{0,60}$/);
        fc.assert(fc.property(yamlish, holds), { numRuns: 2000 });
    });

    it('never throws on arbitrary data', () => {
        fc.assert(
            fc.property(anyValue, (value) => {
                holds(stringify(value));
            }),
            { numRuns: 500 }
        );
    });

    it('never throws on a mutated agreement, and points into its text', () => {
        fc.assert(
            fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
                const tree = structuredClone(original);
                for (const change of mutations) {
                    const { path } = change;
                    if (change.kind === 'delete') put(tree, path, undefined);
                    if (change.kind === 'replace') put(tree, path, change.value);
                    if (change.kind === 'add')
                        put(tree, [...path.slice(0, -1), change.key], change.value);
                    if (change.kind === 'swap') {
                        const [one, two] = [at(tree, path), at(tree, change.other)].map((part) =>
                            structuredClone(part)
                        );
                        put(tree, path, two);
                        put(tree, change.other, one);
                    }
                }
                holds(stringify(tree, { aliasDuplicateObjects: false }));
            }),
            { numRuns: 150 }
        );
    }, 60_000);

    it('never throws on an agreement with a piece cut out or put in', () => {
        const length = DEFAULT_AGREEMENT.length;
        fc.assert(
            fc.property(
                fc.nat(length),
                fc.nat(30),
                fc.string({ maxLength: 4 }),
                (start, cut, added) => {
                    holds(
                        DEFAULT_AGREEMENT.slice(0, start) +
                            added +
                            DEFAULT_AGREEMENT.slice(start + cut)
                    );
                }
            ),
            { numRuns: 150 }
        );
    }, 60_000);

    it.each([
        ['nothing', '', 'yaml.empty'],
        ['white space', ' \n\n', 'yaml.empty'],
        ['a comment', '# nothing\n', 'value.type'],
        ['a list', '- a\n- b\n', 'value.type'],
        ['a word', 'agreement', 'value.type'],
        ['a megabyte', 'a: b\n'.repeat(200_000), 'yaml.size'],
        ['a line without end', `a: ${'b'.repeat(5000)}`, 'yaml.size'],
        ['brackets without end', '['.repeat(3999), 'yaml.size'],
        ['brackets without end on many lines', '[\n'.repeat(9000), 'yaml.size'],
        ['dashes without end', `${'- '.repeat(1900)}a`, 'yaml.size'],
        [
            'indents without end',
            Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
            'yaml.size'
        ],
        ['an alias of itself', 'a: &x [*x]', 'yaml.size'],
        [
            'a billion laughs',
            'a: &a [x, x, x]\n' +
                Array.from('bcdefghij')
                    .map((c, i) => `${c}: &${c} [${`*${'abcdefghij'[i]},`.repeat(9)}]\n`)
                    .join(''),
            'yaml.alias'
        ],
        ['a key that is a list', '? [a]\n: b\n', 'key.name'],
        ['no key', ': b\n', 'key.name'],
        ['a prototype', '__proto__: { id: x }\n', 'key.name']
    ])('reports %s', (_, text, code) => {
        holds(text);
        expect(parseAgreement(text).issues.map((issue) => issue.code)).toContain(code);
    });
});
