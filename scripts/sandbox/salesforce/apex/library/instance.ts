import { SandboxRefusal } from '../../errors.ts';
import type { Timestamp } from '../../values.ts';
import type { ApexTimeZone } from '../timeZone.ts';
import { coerce, runtimeType } from '../types.ts';
import type { Frame } from '../program.ts';
import { collectionMethods } from './collections.ts';
import { dateMethods } from './dates.ts';
import { exceptionMethods } from './exceptions.ts';
import { recordMethods } from './records.ts';
import { stringMethods } from './strings.ts';

/** A method of a platform type; `self` is never null. */
export type InstanceMethod = (self: never, args: readonly unknown[], frame: Frame) => unknown;
/** Methods by `type.name/number of arguments`, all in lower case. */
export type InstanceMethods = { readonly [signature: string]: InstanceMethod };

const otherMethods: InstanceMethods = {
    'timezone.getoffset/1': (self: ApexTimeZone, [instant]) => self.offsetAt(instant as Timestamp),
    'integer.intvalue/0': (self: number) => coerce('integer', self)
};

const METHODS: InstanceMethods = {
    ...stringMethods,
    ...collectionMethods,
    ...dateMethods,
    ...recordMethods,
    ...exceptionMethods,
    ...otherMethods
};

/** Calls a method of a value of one of the platform's own types. */
export function callPlatformMethod(
    self: unknown,
    name: string,
    args: readonly unknown[],
    frame: Frame
): unknown {
    const type = runtimeType(self);
    const method = METHODS[`${type}.${name}/${args.length}`.toLowerCase()];
    if (method === undefined) {
        throw new SandboxRefusal(`the method ${type}.${name} with ${args.length} arguments`);
    }
    return method(self as never, args, frame);
}
