import { SandboxRefusal } from '../../errors.ts';
import { ApexException, TypeToken, nullPointer } from '../values.ts';
import type { Frame } from '../program.ts';
import type { InstanceMethods } from './methods.ts';

/** Methods of String, and of Id, which is text here too. */
export const stringMethods: InstanceMethods = {
    'string.length/0': ['integer', (self: string) => self.length],
    'string.startswith/1': ['boolean', (self: string, [prefix]) => self.startsWith(text(prefix))],
    'string.endswith/1': ['boolean', (self: string, [ending]) => self.endsWith(text(ending))],
    'string.contains/1': ['boolean', (self: string, [part]) => self.includes(text(part))],
    'string.containsignorecase/1': [
        'boolean',
        (self: string, [part]) => self.toLowerCase().includes(text(part).toLowerCase())
    ],
    'string.startswithignorecase/1': [
        'boolean',
        (self: string, [part]) => self.toLowerCase().startsWith(text(part).toLowerCase())
    ],
    'string.equals/1': ['boolean', (self: string, [other]) => self === other],
    'string.equalsignorecase/1': [
        'boolean',
        (self: string, [other]) =>
            typeof other === 'string' && self.toLowerCase() === other.toLowerCase()
    ],
    'string.tolowercase/0': ['string', (self: string) => self.toLowerCase()],
    'string.touppercase/0': ['string', (self: string) => self.toUpperCase()],
    'string.trim/0': ['string', (self: string) => self.trim()],
    'string.replace/2': [
        'string',
        (self: string, [part, by]) => self.split(text(part)).join(text(by))
    ],
    'string.replaceall/2': [
        'string',
        (self: string, [pattern, by]) => self.replace(regExp(pattern, 'gu'), replacement(by))
    ],
    'string.replacefirst/2': [
        'string',
        (self: string, [pattern, by]) => self.replace(regExp(pattern, 'u'), replacement(by))
    ],
    'string.split/1': ['list<string>', (self: string, [pattern]) => splitAt(self, pattern)],
    'string.split/2': [
        'list<string>',
        (self: string, [pattern, limit]) => splitWithin(self, pattern, Number(limit))
    ],
    'string.tostring/0': ['string', (self: string) => self],
    'string.substring/1': [
        'string',
        (self: string, [from]) => substring(self, Number(from), self.length)
    ],
    'string.substring/2': [
        'string',
        (self: string, [from, to]) => substring(self, Number(from), Number(to))
    ],
    'string.indexof/1': ['integer', (self: string, [part]) => self.indexOf(text(part))],
    'string.indexof/2': [
        'integer',
        (self: string, [part, from]) => self.indexOf(text(part), Number(from))
    ],
    'string.lastindexof/1': ['integer', (self: string, [part]) => self.lastIndexOf(text(part))],
    'string.charat/1': ['integer', (self: string, [at]) => characterAt(self, at)],
    'string.codepointat/1': ['integer', (self: string, [at]) => characterAt(self, at)],
    'string.compareto/1': ['integer', (self: string, [other]) => compareText(self, text(other))],
    'string.hashcode/0': ['integer', (self: string) => hashCode(self)],
    'string.to15/0': ['string', (self: string) => self.slice(0, 15)],
    'string.getsobjecttype/0': [
        'sobjecttype',
        (self: string, _, frame) => sobjectTypeOf(self, frame)
    ]
};

export function text(value: unknown): string {
    if (typeof value !== 'string') throw nullPointer();
    return value;
}

/** Java's patterns, as far as the two languages agree; flags at the very start are read. */
export function regExp(pattern: unknown, flags: string): RegExp {
    const [, own = '', source = ''] = /^(?:\(\?([ims]+)\))?([^]*)$/.exec(text(pattern)) ?? [];
    if (/\(\?[imsx-]+[):]|\\[QEAGZz]|[*+?}]\+|\\p\{(?!L|N|P|Z|S|M)/.test(source)) {
        throw new SandboxRefusal(`the pattern ${text(pattern)}`);
    }
    return new RegExp(source, [...new Set(flags + own)].join(''));
}

/** `$1` stays a group; a backslash takes the meaning from what follows it. */
function replacement(by: unknown): string {
    return text(by).replace(/\\(.)/g, (_, letter: string) => (letter === '$' ? '$$' : letter));
}

/** Empty parts at the end are left out, as on the platform. */
function splitAt(self: string, pattern: unknown): string[] {
    const parts = self.split(regExp(pattern, 'u'));
    // Before a first match without any characters, Java leaves no empty part.
    while (parts.length > 1 && parts[parts.length - 1] === '') parts.pop();
    return parts;
}

function splitWithin(self: string, pattern: unknown, limit: number): string[] {
    if (limit <= 0) return limit === 0 ? splitAt(self, pattern) : self.split(regExp(pattern, 'u'));
    const parts: string[] = [];
    const found = regExp(pattern, 'gu');
    let from = 0;
    for (const match of self.matchAll(found)) {
        if (parts.length === limit - 1) break;
        parts.push(self.slice(from, match.index));
        from = match.index + match[0].length;
    }
    return [...parts, self.slice(from)];
}

function substring(self: string, from: number, to: number): string {
    if (from < 0 || from > self.length) {
        throw new ApexException('StringException', `Starting position out of bounds: ${from}`);
    }
    if (to > self.length || from > to) {
        throw new ApexException('StringException', `Ending position out of bounds: ${to}`);
    }
    return self.slice(from, to);
}

function characterAt(self: string, at: unknown): number {
    const code = self.charCodeAt(Number(at));
    if (Number.isNaN(code)) {
        throw new ApexException('StringException', `Index out of bounds: ${String(at)}`);
    }
    return code;
}

/** As Java compares: the difference of the first characters that differ, or of the lengths. */
export function compareText(a: string, b: string): number {
    for (let at = 0; at < Math.min(a.length, b.length); at++) {
        if (a[at] !== b[at]) return a.charCodeAt(at) - b.charCodeAt(at);
    }
    return a.length - b.length;
}

function hashCode(self: string): number {
    let hash = 0;
    for (let at = 0; at < self.length; at++) hash = (Math.imul(hash, 31) + self.charCodeAt(at)) | 0;
    return hash;
}

/** By the key prefix; a custom object's is learnt from its records, where the schema does not say it. */
function sobjectTypeOf(id: string, frame: Frame): TypeToken {
    const { program, store } = frame.transaction;
    const prefix = id.slice(0, 3);
    for (const object of program.schema.values()) {
        const own = object.keyPrefix ?? String(store.rowsOf(object)[0]?.Id ?? '').slice(0, 3);
        if (own === prefix) return new TypeToken(object.name);
    }
    throw new SandboxRefusal(`getSObjectType of an id that begins ${prefix}`);
}
