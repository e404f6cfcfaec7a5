/** The reference of agreement.yaml as Markdown: each key with what it means, takes, defaults to, and an example. */
import { agreementKeys, type AgreementKey, type KeySection } from './keys.ts';
import { MEANINGS } from './meanings/index.ts';

const INTRODUCTION = `# The agreement, key by key

Generated from the schema by \`npm run build\`. \`<name>\` stands for a name of your choice, \`[]\` for each item of
a list. Every command reports an unknown key, a wrong value or a contradiction with line and column.`;

export interface AgreementReference {
    readonly markdown: string;
    /** Each key without a meaning, each optional key without a default, each meaning without a key. */
    readonly problems: readonly string[];
}

export function agreementReference(): AgreementReference {
    const sections = agreementKeys();
    return {
        markdown: [INTRODUCTION, ...sections.map(sectionText)].join('\n\n') + '\n',
        problems: problemsOf(sections)
    };
}

const nameOf = (section: string | null, { path }: AgreementKey): string =>
    section === null ? path : `${section}: ${path}`;

function problemsOf(sections: readonly KeySection[]): string[] {
    const keys = sections.flatMap(({ name, keys: list }) =>
        list.map((key) => [nameOf(name, key), key] as const)
    );
    const known = new Set(keys.map(([name]) => name));
    return [
        ...keys.flatMap(([name, { isRequired }]) => {
            const meaning = MEANINGS[name];
            if (meaning === undefined) return [`${name} has no meaning in meanings/`];
            const needsDefault = isRequired === false;
            return needsDefault === (meaning.default !== undefined) || isRequired === 'form'
                ? []
                : [`${name} ${needsDefault ? 'needs a' : 'is required and has no'} default`];
        }),
        ...Object.keys(MEANINGS)
            .filter((name) => !known.has(name))
            .map((name) => `${name} in meanings/ is no key of the agreement`)
    ];
}

function sectionText({ name, keys }: KeySection): string {
    if (name !== null) return [`## ${capital(name)}`, table(name, keys)].join('\n\n');
    const tops = [...new Set(keys.map(({ path }) => topOf(path)))];
    return tops
        .map((top) => {
            const own = keys.filter(({ path }) => topOf(path) === top);
            return [`## \`${top}\``, table(null, own)].join('\n\n');
        })
        .join('\n\n');
}

const topOf = (path: string): string => /^\w+/.exec(path)?.[0] ?? path;

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function table(section: string | null, keys: readonly AgreementKey[]): string {
    const rows = keys.flatMap((key) => {
        const meaning = MEANINGS[nameOf(section, key)];
        if (meaning === undefined) return [];
        const { isRequired, path, takes } = key;
        const fallback = isRequired === true ? 'required' : (meaning.default ?? 'another form');
        return [[code(path), meaning.means, takes, fallback, code(meaning.example)]];
    });
    return [HEADINGS, HEADINGS.map(() => '---'), ...rows].map(line).join('\n');
}

const HEADINGS = ['key', 'meaning', 'takes', 'if left out', 'example'];

const code = (text: string): string => `\`${text}\``;

const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
