import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import type { Finding, Path } from './finding.ts';

/** What no agreement comes near, and what a parser can choke on. */
const MOST_CHARACTERS = 256 * 1024;
const LONGEST_LINE = 4_000;
const DEEPEST = 50;
const MOST_ALIASES = 100;

const TOO_DEEP = `this is nested more than ${DEEPEST} deep; write it flatter`;

export interface Position {
    readonly line: number;
    readonly column: number;
}

export interface ReadYaml {
    /** Plain data without the parts in `findings`; undefined when the text could not be read at all. */
    readonly value: unknown;
    readonly findings: readonly Finding[];
    /** Problems of the text itself, which have a position but no path. */
    readonly broken: readonly (Position & { readonly code: string; readonly message: string })[];
    readonly locate: (path: Path, at: 'key' | 'value') => Position;
}

const HINTS: { readonly [code: string]: string } = {
    TAB_AS_INDENT: 'indent with spaces',
    BAD_INDENT: 'line the keys of one map up under each other',
    MULTIPLE_DOCS: 'one file holds one agreement: remove the "---"',
    MISSING_CHAR: 'close every quote and bracket, and put a space after each colon',
    BAD_ALIAS: 'an alias takes a plain name'
};

/** Reads YAML 1.2 into plain data and remembers where everything stands. Never throws. */
export function readYaml(text: string): ReadYaml {
    const refusal = refuse(text);
    if (refusal) return unreadable([refusal]);
    const positionOf = positionsIn(text);
    try {
        const document = parseDocument(text, {
            prettyErrors: false,
            uniqueKeys: false,
            strict: true,
            logLevel: 'error'
        });
        const problems = [...document.errors, ...document.warnings];
        if (problems.length > 0) {
            return unreadable(
                problems.map((problem) => ({
                    ...explain(problem.code, problem.message),
                    ...positionOf(problem.pos[0])
                }))
            );
        }
        const findings: Finding[] = [];
        const value = plain(document, positionOf, findings);
        const locate = (path: Path, at: 'key' | 'value'): Position =>
            positionOf(offsetAt(document, path, at));
        return { value, findings, broken: [], locate };
    } catch {
        const message = 'the text cannot be read as YAML; compare it with the example';
        return unreadable([{ code: 'yaml.syntax', message, line: 1, column: 1 }]);
    }
}

function explain(code: string, message: string): { code: string; message: string } {
    // The library recurses, and says so when the stack is used up.
    if (code === 'RESOURCE_EXHAUSTION') return { code: 'yaml.size', message: TOO_DEEP };
    return { code: 'yaml.syntax', message: HINTS[code] ? `${message}: ${HINTS[code]}` : message };
}

/** The library's own line counter loses count after a quote that is never closed. */
function positionsIn(text: string): (offset: number) => Position {
    const starts = [0];
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
    return (offset) => {
        const wanted = Math.min(offset, text.length);
        let line = 0;
        let past = starts.length;
        while (past - line > 1) {
            const middle = (line + past) >> 1;
            if ((starts[middle] ?? 0) <= wanted) line = middle;
            else past = middle;
        }
        return { line: line + 1, column: wanted - (starts[line] ?? 0) + 1 };
    };
}

function unreadable(broken: ReadYaml['broken']): ReadYaml {
    return { value: undefined, findings: [], broken, locate: () => ({ line: 1, column: 1 }) };
}

/** Text that would cost the parser its memory rather than give an error. */
function refuse(text: string): ReadYaml['broken'][number] | null {
    const start = { line: 1, column: 1 };
    if (text.trim() === '') {
        return {
            code: 'yaml.empty',
            message: 'the agreement is empty; start from the example',
            ...start
        };
    }
    if (text.length > MOST_CHARACTERS) {
        const message = `the agreement has ${text.length} characters; the most that is read is ${MOST_CHARACTERS}`;
        return { code: 'yaml.size', message, ...start };
    }
    let depth = 0;
    for (const [i, line] of text.split('\n').entries()) {
        if (line.length > LONGEST_LINE) {
            const message = `this line has ${line.length} characters; break it up, the most is ${LONGEST_LINE}`;
            return { code: 'yaml.size', message, line: i + 1, column: 1 };
        }
        depth += line.split(/[[{]/).length - line.split(/[\]}]/).length;
        if (depth > DEEPEST || line.split(/[[{]/).length > 20 * DEEPEST) {
            const message = `brackets are nested more than ${DEEPEST} deep; close them`;
            return { code: 'yaml.size', message, line: i + 1, column: 1 };
        }
    }
    return null;
}

/** Plain data of a document; what has no plain form is left out and reported. */
function plain(
    document: Document.Parsed,
    positionOf: (offset: number) => Position,
    findings: Finding[]
): unknown {
    let aliases = 0;
    const read = (node: unknown, path: Path): unknown => {
        if (path.length > DEEPEST) {
            findings.push({
                code: 'yaml.size',
                path,
                message: TOO_DEEP
            });
            return undefined;
        }
        if (isAlias(node)) {
            aliases += 1;
            const target = aliases > MOST_ALIASES ? undefined : node.resolve(document);
            if (target === undefined) {
                const message =
                    aliases <= MOST_ALIASES
                        ? `the alias "*${node.source}" has no anchor "&${node.source}" before it`
                        : `there are more than ${MOST_ALIASES} aliases; write the values out`;
                // Told once, not for every one of a million.
                if (aliases <= MOST_ALIASES + 1)
                    findings.push({ code: 'yaml.alias', path, message });
                return undefined;
            }
            return read(target, path);
        }
        if (isSeq(node)) return node.items.map((item, i) => read(item, [...path, i]));
        if (!isMap(node)) return isScalar(node) ? node.value : null;
        const map: { [key: string]: unknown } = {};
        const seen = new Map<string, number>();
        for (const { key, value } of node.items) {
            const name = keyName(key);
            if (name === null || ['__proto__', 'constructor', 'prototype'].includes(name)) {
                const message = `a key must be a plain name${name === null ? '' : `, and "${name}" is reserved`}`;
                findings.push({
                    code: 'key.name',
                    path: name === null ? path : [...path, name],
                    message,
                    at: 'key'
                });
                continue;
            }
            const first = seen.get(name);
            if (first !== undefined) {
                const message = `the key "${name}" is given twice (first in line ${positionOf(first).line}); remove or rename one`;
                findings.push({ code: 'key.duplicate', path: [...path, name], message, at: 'key' });
                continue;
            }
            seen.set(name, startOf(key) ?? 0);
            map[name] = read(value, [...path, name]);
        }
        return map;
    };
    return read(document.contents, []);
}

function keyName(key: unknown): string | null {
    if (!isScalar(key) || key.value === null) return null;
    return typeof key.value === 'string' ? key.value : (key.source ?? null);
}

function startOf(node: unknown): number | null {
    return (node as Node | null)?.range?.[0] ?? null;
}

/** The offset of the key or the value at a path; of the nearest thing around it when it is not there. */
function offsetAt(document: Document.Parsed, path: Path, at: 'key' | 'value'): number {
    let node: unknown = document.contents;
    let offset = startOf(node) ?? 0;
    for (const [i, part] of path.entries()) {
        const around = isAlias(node) ? node.resolve(document) : node;
        if (isSeq(around) && typeof part === 'number' && part < around.items.length) {
            node = around.items[part];
            offset = startOf(node) ?? offset;
        } else if (isMap(around)) {
            const pairs = around.items.filter(({ key }) => keyName(key) === part);
            const atKey = at === 'key' && i === path.length - 1;
            // Of a key given twice the first was read, and the last is the one to point at.
            const pair = pairs[atKey ? pairs.length - 1 : 0];
            if (!pair) return offset;
            node = pair.value;
            const empty = !isScalar(node)
                ? node === null
                : node.value === null && node.source === '';
            const wanted = empty || atKey ? pair.key : node;
            offset = startOf(wanted) ?? offset;
        } else {
            return offset;
        }
    }
    return offset;
}
