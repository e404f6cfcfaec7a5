import { SandboxRefusal } from '../../errors.ts';
import { equal, ordered } from '../operators.ts';
import type { ApexMap } from '../values.ts';
import { ApexException, ApexSet, keyOf, nullPointer } from '../values.ts';
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
    'list.clone/0': (self: unknown[]) => [...self],
    'list.sort/0': (self: unknown[]) => void self.sort(inOrder),
    'list.indexof/1': (self: unknown[], [value]) => self.findIndex((one) => equal(one, value)),
    'list.contains/1': (self: unknown[], [value]) => self.some((one) => equal(one, value)),

    'set.add/1': (self: ApexSet, [value]) => addTo(self, [value]),
    'set.addall/1': (self: ApexSet, [values]) => addTo(self, valuesOf(values)),
    'set.contains/1': (self: ApexSet, [value]) => self.entries.has(keyOf(value)),
    'set.containsall/1': (self: ApexSet, [values]) => hasAll(self, valuesOf(values)),
    'set.remove/1': (self: ApexSet, [value]) => self.entries.delete(keyOf(value)),
    'set.size/0': (self: ApexSet) => self.entries.size,
    'set.isempty/0': (self: ApexSet) => self.entries.size === 0,

    'map.get/1': (self: ApexMap, [key]) => self.get(key),
    'map.put/2': (self: ApexMap, [key, value]) => {
        const before = self.get(key);
        self.set(key, value);
        return before;
    },
    'map.containskey/1': (self: ApexMap, [key]) => self.entries.has(keyOf(key)),
    'map.remove/1': (self: ApexMap, [key]) => {
        const before = self.get(key);
        self.entries.delete(keyOf(key));
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

/** Nulls first, as the platform sorts; only numbers, dates and instants have an order here. */
function inOrder(a: unknown, b: unknown): number {
    if (a === null || b === null) return Number(a !== null) - Number(b !== null);
    return ordered('<', a, b) ? -1 : Number(ordered('>', a, b));
}

function addTo(set: ApexSet, values: readonly unknown[]): boolean {
    const before = set.entries.size;
    for (const value of values) set.entries.set(keyOf(value), value);
    return set.entries.size > before;
}

function hasAll(set: ApexSet, values: readonly unknown[]): boolean {
    return values.every((value) => set.entries.has(keyOf(value)));
}
