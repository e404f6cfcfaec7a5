import { SandboxRefusal } from '../../errors.ts';
import { equal } from '../operators.ts';
import { ApexException, ApexMap, ApexSet, nullPointer } from '../values.ts';
import type { InstanceMethods } from './instance.ts';

/** Methods of List, Set and Map. */
export const collectionMethods: InstanceMethods = {
    'list.add/1': (self: unknown[], [value]) => void self.push(value),
    'list.addall/1': (self: unknown[], [values]) => void self.push(...valuesOf(values)),
    'list.get/1': (self: unknown[], [index]) => self[indexIn(self, index)],
    'list.set/2': (self: unknown[], [index, value]) => void (self[indexIn(self, index)] = value),
    'list.remove/1': (self: unknown[], [index]) => self.splice(indexIn(self, index), 1)[0],
    'list.size/0': (self: unknown[]) => self.length,
    'list.isempty/0': (self: unknown[]) => self.length === 0,
    'list.clear/0': (self: unknown[]) => void self.splice(0),
    'list.contains/1': (self: unknown[], [value]) => self.some((one) => equal(one, value)),

    'set.add/1': (self: ApexSet, [value]) => addTo(self, [value]),
    'set.addall/1': (self: ApexSet, [values]) => addTo(self, valuesOf(values)),
    'set.contains/1': (self: ApexSet, [value]) => hasAll(self, [value]),
    'set.containsall/1': (self: ApexSet, [values]) => hasAll(self, valuesOf(values)),
    'set.remove/1': (self: ApexSet, [value]) => {
        const [key] = new ApexSet([value]).entries.keys();
        return self.entries.delete(key);
    },
    'set.size/0': (self: ApexSet) => self.entries.size,
    'set.isempty/0': (self: ApexSet) => self.entries.size === 0,

    'map.get/1': (self: ApexMap, [key]) => self.get(key),
    'map.put/2': (self: ApexMap, [key, value]) => {
        const before = self.get(key);
        self.set(key, value);
        return before;
    },
    'map.containskey/1': (self: ApexMap, [key]) => keySet(self).has(key),
    'map.remove/1': (self: ApexMap, [key]) => {
        const before = self.get(key);
        const [own] = new ApexSet([key]).entries.keys();
        self.entries.delete(own);
        return before;
    },
    'map.keyset/0': (self: ApexMap) => new ApexSet([...self.entries.values()].map(([key]) => key)),
    'map.values/0': (self: ApexMap) => [...self.entries.values()].map(([, value]) => value),
    'map.size/0': (self: ApexMap) => self.entries.size,
    'map.isempty/0': (self: ApexMap) => self.entries.size === 0
};

/** The elements of a list or set, where Apex takes either. */
export function valuesOf(value: unknown): unknown[] {
    if (value === null) throw nullPointer();
    if (Array.isArray(value)) return [...value];
    if (value instanceof ApexSet) return [...value];
    throw new SandboxRefusal('a collection that is no List or Set');
}

export function indexIn(list: readonly unknown[], index: unknown): number {
    if (typeof index !== 'number') throw nullPointer();
    if (index < 0 || index >= list.length) {
        throw new ApexException('ListException', `List index out of bounds: ${index}`);
    }
    return index;
}

function addTo(set: ApexSet, values: readonly unknown[]): boolean {
    const before = set.entries.size;
    for (const [key, value] of new ApexSet(values).entries) set.entries.set(key, value);
    return set.entries.size > before;
}

function hasAll(set: ApexSet, values: readonly unknown[]): boolean {
    return [...new ApexSet(values).entries.keys()].every((key) => set.entries.has(key));
}

function keySet(map: ApexMap): { has(key: unknown): boolean } {
    return {
        has: (key) => [...new ApexSet([key]).entries.keys()].every((one) => map.entries.has(one))
    };
}
