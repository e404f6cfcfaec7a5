/** Exceptions of the package's own classes: the thrown value and the instance behind it. */
import type { ApexException, ApexObject } from './values.ts';

const thrown = new WeakMap<ApexObject, ApexException>();

/** Joins an exception with the instance that holds what its class adds. */
export function joinInstance(exception: ApexException, instance: ApexObject): void {
    exception.instance = instance;
    thrown.set(instance, exception);
}

/** The exception whose instance this is. */
export function exceptionOf(instance: ApexObject): ApexException {
    return thrown.get(instance) as ApexException;
}

/** `this` as a value: in a class of exceptions, the exception itself. */
export function valueOfThis(self: ApexObject | null): unknown {
    return self === null ? null : (thrown.get(self) ?? self);
}
