import { SandboxRefusal } from '../../errors.ts';
import type { Timestamp } from '../../values.ts';
import type { Frame, Program } from '../program.ts';
import type { ApexTimeZone } from '../timeZone.ts';
import { runtimeType, typeArguments } from '../types.ts';
import { EnumConstant, PlatformObject } from '../values.ts';
import { collectionMethods } from './collections.ts';
import { databaseMethods } from './databaseResults.ts';
import { dateMethods } from './dates.ts';
import { datetimeMethods } from './datetimes.ts';
import { describeMethods } from './describe.ts';
import { blobMethods } from './encoding.ts';
import { exceptionMethods } from './exceptions.ts';
import { messagingMethods } from './messaging.ts';
import type { InstanceMethods } from './methods.ts';
import { numberMethods } from './numbers.ts';
import { patternMethods } from './patterns.ts';
import { recordMethods } from './records.ts';
import { stringMethods } from './strings.ts';
import { textMethods } from './stringTools.ts';
import { timeMethods } from './times.ts';
import { typeMethods } from './typeTokens.ts';

const otherMethods: InstanceMethods = {
    'timezone.getoffset/1': [
        'integer',
        (self: ApexTimeZone, [instant]) => self.offsetAt(instant as Timestamp)
    ],
    'timezone.getid/0': ['string', (self: ApexTimeZone) => self.id],
    'timezone.tostring/0': ['string', (self: ApexTimeZone) => self.id],
    'enum.name/0': ['string', (self: EnumConstant) => self.name],
    'enum.tostring/0': ['string', (self: EnumConstant) => self.name],
    'enum.ordinal/0': ['integer', (self: EnumConstant) => self.ordinal]
};

let merged: InstanceMethods | null = null;

/** All of them; put together late, since the modules need each other. */
function methods(): InstanceMethods {
    merged ??= {
        ...stringMethods,
        ...textMethods,
        ...numberMethods,
        ...collectionMethods,
        ...dateMethods,
        ...datetimeMethods,
        ...recordMethods,
        ...exceptionMethods,
        ...databaseMethods,
        ...describeMethods,
        ...messagingMethods,
        ...patternMethods,
        ...blobMethods,
        ...timeMethods,
        ...typeMethods,
        ...otherMethods
    };
    return merged;
}

/** Calls a method of a value of one of the platform's own types. */
export function callPlatformMethod(
    self: unknown,
    name: string,
    args: readonly unknown[],
    frame: Frame
): unknown {
    const type = runtimeType(self);
    const found = methods()[`${familyOf(type.toLowerCase())}.${name}/${args.length}`.toLowerCase()];
    if (found !== undefined) return found[1](self as never, args, frame);
    throw new SandboxRefusal(`the method ${type}.${name} with ${args.length} arguments`);
}

const NUMBERS: readonly string[] = ['integer', 'long', 'double', 'decimal'];

/** Under which name a type's methods stand. */
function familyOf(type: string): string {
    if (NUMBERS.includes(type)) return 'number';
    return type === 'id' ? 'string' : type;
}

/** The canonical type that a method of a value gives; null where it is not known. */
export function returnTypeOf(
    type: string | null,
    name: string,
    count: number,
    program: Program
): string | null {
    if (type === null) return null;
    const outer = type.replace(/<.*/, '');
    const family =
        program.schema.has(outer) || outer === 'aggregateresult' ? 'sobject' : familyOf(outer);
    const key = `.${name}/${count}`.toLowerCase();
    const found =
        methods()[family + key] ??
        (outer.endsWith('exception') ? methods()[`exception${key}`] : undefined);
    if (found === undefined || found[0] === '') return null;
    if (found[0] === 'self') return type;
    return found[0].replace(/#([12])/g, (_, index: string) => {
        return typeArguments(type)[Number(index) - 1] ?? 'object';
    });
}

/** `value.name` of a value of one of the platform's own types. */
export function platformProperty(self: unknown, name: string): unknown {
    const found = self instanceof PlatformObject ? self.values.get(name.toLowerCase()) : undefined;
    if (found !== undefined) return found;
    throw new SandboxRefusal(`the field ${name} of a ${runtimeType(self)}`);
}
