import { SandboxRefusal } from '../../errors.ts';
import { SObjectRecord } from '../../soql/record.ts';
import { callMethod } from '../calls.ts';
import { copyRecord } from '../copies.ts';
import { equal, ordered } from '../operators.ts';
import type { Frame } from '../program.ts';
import { textOf } from '../text.ts';
import {
    ApexException,
    ApexMap,
    ApexObject,
    ApexSet,
    EnumConstant,
    keyOf,
    nullPointer
} from '../values.ts';
import type { InstanceMethods } from './methods.ts';
import { compareText } from './strings.ts';

/** Methods of List, Set and Map. */
export const collectionMethods: InstanceMethods = {
    'list.add/1': ['void', (self: unknown[], [value]) => void self.push(value)],
    'list.add/2': ['void', (self: unknown[], [index, value]) => insertAt(self, index, value)],
    'list.addall/1': ['void', (self: unknown[], [values]) => pushAll(self, valuesOf(values))],
    'list.get/1': ['#1', (self: unknown[], [index]) => self[indexIn(self, index)]],
    'list.set/2': [
        'void',
        (self: unknown[], [index, value]) => void (self[indexIn(self, index)] = value)
    ],
    'list.remove/1': ['#1', (self: unknown[], [index]) => self.splice(indexIn(self, index), 1)[0]],
    'list.size/0': ['integer', (self: unknown[]) => self.length],
    'list.isempty/0': ['boolean', (self: unknown[]) => self.length === 0],
    'list.clear/0': ['void', (self: unknown[]) => void self.splice(0)],
    'list.clone/0': ['self', (self: unknown[]) => [...self]],
    'list.deepclone/0': ['self', (self: unknown[]) => self.map((one) => cloned(one, false))],
    'list.deepclone/1': [
        'self',
        (self: unknown[], [keepsId]) => self.map((one) => cloned(one, keepsId === true))
    ],
    'list.deepclone/2': [
        'self',
        (self: unknown[], [keepsId]) => self.map((one) => cloned(one, keepsId === true))
    ],
    'list.deepclone/3': [
        'self',
        (self: unknown[], [keepsId]) => self.map((one) => cloned(one, keepsId === true))
    ],
    'list.sort/0': ['void', (self: unknown[], _, frame) => void sort(self, frame)],
    'list.sort/1': [
        'void',
        (self: unknown[], [by], frame) =>
            void self.sort((a, b) => Number(callMethod(by, 'compare', [a, b], frame)))
    ],
    'list.indexof/1': [
        'integer',
        (self: unknown[], [value]) => self.findIndex((one) => equal(one, value))
    ],
    'list.contains/1': [
        'boolean',
        (self: unknown[], [value]) => self.some((one) => equal(one, value))
    ],
    'list.equals/1': ['boolean', (self: unknown[], [other]) => equal(self, other)],
    'list.tostring/0': ['string', (self: unknown[]) => textOf(self)],

    'set.add/1': ['boolean', (self: ApexSet, [value]) => self.add(value)],
    'set.addall/1': ['boolean', (self: ApexSet, [values]) => addTo(self, valuesOf(values))],
    'set.contains/1': ['boolean', (self: ApexSet, [value]) => self.entries.has(keyOf(value))],
    'set.containsall/1': ['boolean', (self: ApexSet, [values]) => hasAll(self, valuesOf(values))],
    'set.remove/1': ['boolean', (self: ApexSet, [value]) => self.entries.delete(keyOf(value))],
    'set.removeall/1': ['boolean', (self: ApexSet, [values]) => removeAll(self, valuesOf(values))],
    'set.retainall/1': ['boolean', (self: ApexSet, [values]) => retainAll(self, valuesOf(values))],
    'set.size/0': ['integer', (self: ApexSet) => self.entries.size],
    'set.isempty/0': ['boolean', (self: ApexSet) => self.entries.size === 0],
    'set.clear/0': ['void', (self: ApexSet) => self.entries.clear()],
    'set.clone/0': ['self', (self: ApexSet) => new ApexSet(valuesOf(self))],
    'set.equals/1': ['boolean', (self: ApexSet, [other]) => equal(self, other)],

    'map.get/1': ['#2', (self: ApexMap, [key]) => self.get(key)],
    'map.put/2': [
        '#2',
        (self: ApexMap, [key, value]) => {
            const before = self.get(key);
            self.set(key, value);
            return before;
        }
    ],
    'map.putall/1': ['void', (self: ApexMap, [other]) => putAll(self, other)],
    'map.containskey/1': ['boolean', (self: ApexMap, [key]) => self.entries.has(keyOf(key))],
    'map.remove/1': [
        '#2',
        (self: ApexMap, [key]) => {
            const before = self.get(key);
            self.entries.delete(keyOf(key));
            return before;
        }
    ],
    'map.keyset/0': [
        'set<#1>',
        (self: ApexMap) => {
            const keys = new ApexSet([...self.entries.values()].map(([key]) => key));
            keys.origin = self;
            return keys;
        }
    ],
    'map.values/0': [
        'list<#2>',
        (self: ApexMap) => [...self.entries.values()].map(([, value]) => value)
    ],
    'map.size/0': ['integer', (self: ApexMap) => self.entries.size],
    'map.isempty/0': ['boolean', (self: ApexMap) => self.entries.size === 0],
    'map.clear/0': ['void', (self: ApexMap) => self.entries.clear()],
    'map.clone/0': [
        'self',
        (self: ApexMap) => {
            const copy = new ApexMap();
            for (const [key, value] of self.entries.values()) copy.set(key, value);
            return copy;
        }
    ],
    'map.equals/1': ['boolean', (self: ApexMap, [other]) => equal(self, other)]
};

/** The elements of a list or set, where Apex takes either. */
export function valuesOf(value: unknown): unknown[] {
    if (value === null || value === undefined) throw nullPointer();
    if (Array.isArray(value)) return Array.from(value as unknown[]);
    if (value instanceof ApexSet) return [...value.entries.values()];
    throw new SandboxRefusal('a collection that is no List or Set');
}

export function indexIn(list: readonly unknown[], index: unknown): number {
    if (typeof index !== 'number') throw nullPointer();
    if (index < 0 || index >= list.length) {
        throw new ApexException('ListException', `List index out of bounds: ${index}`);
    }
    return index;
}

/** `new Map<Id, Lead>(records)`: by their ids. */
export function mapOfRecords(records: readonly unknown[]): ApexMap {
    const map = new ApexMap();
    for (const [index, record] of records.entries()) {
        if (!(record instanceof SObjectRecord)) throw new SandboxRefusal('a Map made of this');
        const id = record.fields.get('id')?.value ?? null;
        if (id === null) {
            throw new ApexException('ListException', `Row with null Id at index: ${index}`);
        }
        map.set(id, record);
    }
    return map;
}

function pushAll(self: unknown[], values: readonly unknown[]): void {
    for (const value of values) self.push(value);
}

function insertAt(self: unknown[], index: unknown, value: unknown): void {
    if (index !== self.length) indexIn(self, index);
    self.splice(Number(index), 0, value);
}

function cloned(value: unknown, keepsId: boolean): unknown {
    if (!(value instanceof SObjectRecord)) return value;
    const copy = copyRecord(value);
    if (!keepsId) copy.fields.delete('id');
    return copy;
}

function sort(self: unknown[], frame: Frame): unknown[] {
    return self.sort((a, b) => inOrder(a, b, frame));
}

/** Nulls first, as the platform sorts; texts by their characters, objects by their compareTo. */
function inOrder(a: unknown, b: unknown, frame: Frame): number {
    if (a === null || b === null) return Number(a !== null) - Number(b !== null);
    if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
    if (a instanceof ApexObject) return Number(callMethod(a, 'compareTo', [b], frame));
    if (a instanceof EnumConstant && b instanceof EnumConstant) return a.ordinal - b.ordinal;
    return ordered('<', a, b) ? -1 : Number(ordered('>', a, b));
}

function addTo(set: ApexSet, values: readonly unknown[]): boolean {
    const before = set.entries.size;
    for (const value of values) set.add(value);
    return set.entries.size > before;
}

function hasAll(set: ApexSet, values: readonly unknown[]): boolean {
    return values.every((value) => set.entries.has(keyOf(value)));
}

function removeAll(set: ApexSet, values: readonly unknown[]): boolean {
    const before = set.entries.size;
    for (const value of values) set.entries.delete(keyOf(value));
    return set.entries.size < before;
}

function retainAll(set: ApexSet, values: readonly unknown[]): boolean {
    const before = set.entries.size;
    const kept = new Set(values.map(keyOf));
    for (const key of [...set.entries.keys()]) if (!kept.has(key)) set.entries.delete(key);
    return set.entries.size < before;
}

function putAll(map: ApexMap, other: unknown): void {
    if (other === null) throw nullPointer();
    const source = Array.isArray(other) ? mapOfRecords(other) : (other as ApexMap);
    for (const [key, value] of source.entries.values()) map.set(key, value);
}
