import { SandboxRefusal } from '../../errors.ts';
import { ApexException, TypeToken, nullPointer } from '../values.ts';
import type { Frame } from '../program.ts';
import type { InstanceMethods } from './instance.ts';

/** Methods of String, and of Id, which is text here too. */
export const stringMethods: InstanceMethods = {
    'string.length/0': (self: string) => self.length,
    'string.startswith/1': (self: string, [prefix]) => self.startsWith(text(prefix)),
    'string.endswith/1': (self: string, [ending]) => self.endsWith(text(ending)),
    'string.contains/1': (self: string, [part]) => self.includes(text(part)),
    'string.containsignorecase/1': (self: string, [part]) =>
        self.toLowerCase().includes(text(part).toLowerCase()),
    'string.equals/1': (self: string, [other]) => self === other,
    'string.equalsignorecase/1': (self: string, [other]) =>
        typeof other === 'string' && self.toLowerCase() === other.toLowerCase(),
    'string.tolowercase/0': (self: string) => self.toLowerCase(),
    'string.touppercase/0': (self: string) => self.toUpperCase(),
    'string.trim/0': (self: string) => self.trim(),
    'string.replaceall/2': (self: string, [pattern, by]) =>
        self.replace(regExp(pattern, 'gu'), text(by)),
    'string.split/1': (self: string, [pattern]) => splitAt(self, pattern),
    'string.tostring/0': (self: string) => self,
    'string.substringbefore/1': (self: string, [part]) => self.split(text(part))[0] ?? '',
    'string.substringafter/1': (self: string, [part]) =>
        self.split(text(part)).slice(1).join(text(part)),
    'string.substring/2': (self: string, [from, to]) => substring(self, Number(from), Number(to)),
    'string.getsobjecttype/0': (self: string, _, frame) => sobjectTypeOf(self, frame)
};

function text(value: unknown): string {
    if (typeof value !== 'string') throw nullPointer();
    return value;
}

/** Java's patterns, as far as the two languages agree. */
function regExp(pattern: unknown, flags: string): RegExp {
    return new RegExp(text(pattern), flags);
}

/** Empty parts at the end are left out, as on the platform. */
function splitAt(self: string, pattern: unknown): string[] {
    const parts = self.split(regExp(pattern, 'u'));
    while (parts.length > 1 && parts[parts.length - 1] === '') parts.pop();
    return parts;
}

function substring(self: string, from: number, to: number): string {
    if (from < 0 || to > self.length || from > to) {
        throw new ApexException('StringException', `Ending position out of bounds: ${to}`);
    }
    return self.slice(from, to);
}

/** By the key prefix; a custom object's is learnt from its records. */
function sobjectTypeOf(id: string, frame: Frame): TypeToken {
    const { program, store } = frame.transaction;
    const prefix = id.slice(0, 3);
    for (const object of program.schema.values()) {
        const own = object.keyPrefix ?? String(store.rowsOf(object)[0]?.Id ?? '').slice(0, 3);
        if (own === prefix) return new TypeToken(object.name);
    }
    throw new SandboxRefusal(`getSObjectType of an id that begins ${prefix}`);
}
