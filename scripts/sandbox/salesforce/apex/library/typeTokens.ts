/** `Type`: finding types by their names, and making instances of them. */
import { SandboxRefusal } from '../../errors.ts';
import { construct } from '../construct.ts';
import type { Frame } from '../program.ts';
import { classNamed } from '../program.ts';
import { canonical } from '../types.ts';
import { ApexMap, ApexSet, ClassToken, TypeToken, nullPointer } from '../values.ts';
import { SObjectRecord } from '../../soql/record.ts';
import type { InstanceMethods, StaticMethods } from './methods.ts';

export const typeMethods: InstanceMethods = {
    'type.newinstance/0': ['object', (self: ClassToken, _, frame) => newInstance(self, frame)],
    'type.getname/0': ['string', (self: ClassToken) => self.definition?.fullName ?? self.type],
    'type.tostring/0': ['string', (self: ClassToken) => self.definition?.fullName ?? self.type],
    'sobjecttype.getname/0': ['string', (self: TypeToken) => self.name]
};

export const typeStatics: StaticMethods = {
    'type.forname/1': ['type', ([name], frame) => typeByName(name, frame)],
    'type.forname/2': ['type', ([, name], frame) => typeByName(name, frame)]
};

/** Null for a type that this org does not have. */
function typeByName(name: unknown, frame: Frame): TypeToken | ClassToken | null {
    if (typeof name !== 'string') throw nullPointer();
    const { program } = frame.transaction;
    const definition = classNamed(name, null, program);
    if (definition !== null) return new ClassToken(definition, definition.fullName.toLowerCase());
    const object = program.schema.get(name.toLowerCase());
    if (object) return new TypeToken(object.name);
    const type = canonical(name.replace(/\s/g, ''), null, program);
    return /^(?:list|set|map)</.test(type) || PRIMITIVES.includes(type)
        ? new ClassToken(null, type)
        : null;
}

const PRIMITIVES: readonly string[] = [
    'string',
    'id',
    'boolean',
    'integer',
    'long',
    'double',
    'decimal',
    'date',
    'datetime',
    'object'
];

function newInstance(token: ClassToken | TypeToken, frame: Frame): unknown {
    if (token instanceof TypeToken) return new SObjectRecord(token.name);
    if (token.definition !== null) return construct(token.definition, [], [], frame.transaction);
    if (token.type.startsWith('list<')) return [];
    if (token.type.startsWith('set<')) return new ApexSet();
    if (token.type.startsWith('map<')) return new ApexMap();
    throw new SandboxRefusal(`an instance of ${token.type}`);
}
