import type { Element } from './metadata.ts';
import { childOf, childrenOf, readMetadata, textOf } from './metadata.ts';
import { PackageError } from './errors.ts';

export interface PicklistValue {
    readonly value: string;
    readonly label: string;
}

export interface Picklist {
    /** Active values only: an inactive one cannot be written any more. */
    readonly values: readonly PicklistValue[];
    readonly restricted: boolean;
}

export type ValueSets = ReadonlyMap<string, readonly PicklistValue[]>;

/** The package's global value sets, by name. */
export function readValueSets(paths: readonly string[]): ValueSets {
    return new Map(
        readMetadata(paths, 'globalValueSet').map((file) => [
            file.name,
            activeValues(childrenOf(file.content, 'customValue'))
        ])
    );
}

/** A picklist field's values, its own or those of a global set; a global set is always restricted. */
export function picklistOf(field: Element, valueSets: ValueSets, path: string): Picklist | null {
    const valueSet = childOf(field, 'valueSet');
    if (valueSet === null) return null;
    const name = textOf(valueSet, 'valueSetName');
    if (name === null) {
        const definition = childOf(valueSet, 'valueSetDefinition');
        return {
            values: activeValues(childrenOf(definition, 'value')),
            restricted: textOf(valueSet, 'restricted') === 'true'
        };
    }
    const values = valueSets.get(name);
    if (values === undefined) {
        throw new PackageError(`${path}: there is no global value set ${name} in the package`);
    }
    return { values, restricted: true };
}

function activeValues(elements: readonly Element[]): PicklistValue[] {
    return elements
        .filter((element) => textOf(element, 'isActive') !== 'false')
        .map((element) => {
            const value = textOf(element, 'fullName') ?? '';
            return { value, label: textOf(element, 'label') ?? value };
        });
}
