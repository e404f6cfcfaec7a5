import { PackageError } from '../errors.ts';
import type { ClassDefinition } from './source.ts';
import { EnumConstant } from './values.ts';

const known = new WeakMap<ClassDefinition, Map<string, EnumConstant>>();

/** A constant of an enum of the package. @throws PackageError for a name that it does not have */
export function enumConstant(definition: ClassDefinition, name: string): EnumConstant {
    let all = known.get(definition);
    if (all === undefined) {
        all = new Map();
        for (const [ordinal, one] of definition.constants.entries()) {
            all.set(one.toLowerCase(), new EnumConstant(one, definition, ordinal));
        }
        known.set(definition, all);
    }
    const found = all.get(name.toLowerCase());
    if (found === undefined) {
        throw new PackageError(`Variable does not exist: ${definition.fullName}.${name}`);
    }
    return found;
}
