/** `new …` of the platform's own classes. */
import { PackageError } from '../../errors.ts';
import type { Frame } from '../program.ts';
import { PlatformObject } from '../values.ts';
import { newException } from './exceptions.ts';

type Make = (args: readonly unknown[], frame: Frame) => unknown;

const EMPTY: { readonly [type: string]: string } = {
    'database.leadconvert': 'Database.LeadConvert',
    'messaging.customnotification': 'Messaging.CustomNotification'
};

/** How an instance of a canonical type is made; null for a type that has none here. */
export function newPlatformObject(type: string, count: number): Make | null {
    const exception = newException(type);
    if (exception !== null) return exception;
    const name = EMPTY[type];
    if (name !== undefined && count === 0) return () => new PlatformObject(name);
    if (type === 'object' && count === 0) return () => new PlatformObject('Object');
    if (type === 'sobject') throw new PackageError('Type cannot be constructed: SObject');
    return null;
}
