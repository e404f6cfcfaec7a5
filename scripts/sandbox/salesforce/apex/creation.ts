import type { CreatorContext } from '@apexdevtools/apex-parser';
import { AssignExpressionContext } from '@apexdevtools/apex-parser';
import { SandboxRefusal } from '../errors.ts';
import { argumentsOf } from './calls.ts';
import { construct } from './construct.ts';
import type { Typed } from './expressions.ts';
import { expression } from './expressions.ts';
import type { SObjectType } from '../schema.ts';
import { SObjectRecord } from '../soql/record.ts';
import { mapOfRecords, valuesOf } from './library/collections.ts';
import { newPlatformObject } from './library/creation.ts';
import { assignField } from './library/records.ts';
import { placeOf } from './places.ts';
import type { Frame, Scope } from './program.ts';
import { resolveClass } from './program.ts';
import { canonical, coercion, typeArguments } from './types.ts';
import { ApexMap, ApexSet, nullPointer } from './values.ts';

/** `new …`: a collection, a record, an exception, or an instance of a class. */
export function creation(creator: CreatorContext, scope: Scope): Typed {
    const name = creator.createdName().getText();
    if (creator.arrayCreatorRest()) return newArray(creator, scope);
    const type = canonical(name, scope.owner, scope.program);
    if (type.startsWith('map<')) return newMap(type, creator, scope);
    if (type.startsWith('list<') || type.startsWith('set<')) {
        return newCollection(type, creator, scope);
    }
    const definition = resolveClass(name, scope);
    const given = creator.classCreatorRest()?.arguments().expressionList();
    const object = scope.program.schema.get(type);
    if (definition === null && object !== undefined) return newRecord(object, creator, scope);
    const args = argumentsOf(given, scope);
    if (definition !== null) {
        return {
            type,
            evaluate: (frame) =>
                construct(definition, args.evaluate(frame), args.types, frame.transaction)
        };
    }
    const make = newPlatformObject(type, args.types.length);
    if (make === null) throw new SandboxRefusal(`new ${name}`, placeOf(creator, scope));
    return { type, evaluate: (frame) => make(args.evaluate(frame), frame) };
}

/** `new List<T>()`, `new Set<T>{ … }`, or of another collection. */
function newCollection(type: string, creator: CreatorContext, scope: Scope): Typed {
    const given = creator.setCreatorRest()?.expression_list() ?? [];
    const elements = given.map((element) => expression(element, scope));
    const args = argumentsOf(creator.classCreatorRest()?.arguments().expressionList(), scope);
    const take = coercion(typeArguments(type)[0] ?? 'object');
    const initial = (frame: Frame): unknown[] => {
        if (args.types.length === 0) return elements.map((one) => take(one(frame)));
        const [source] = args.evaluate(frame);
        if (typeof source === 'number') return new Array<unknown>(0);
        return valuesOf(source).map(take);
    };
    const evaluate = type.startsWith('list<')
        ? initial
        : (frame: Frame): ApexSet => new ApexSet(initial(frame));
    return { type, evaluate };
}

/** `new Integer[3]` or `new Integer[]{ … }`. */
function newArray(creator: CreatorContext, scope: Scope): Typed {
    const rest = creator.arrayCreatorRest();
    const name = creator.createdName().getText();
    const element = canonical(name, scope.owner, scope.program);
    const take = coercion(element);
    const type = `list<${element}>`;
    const length = rest.expression() ? expression(rest.expression(), scope) : null;
    const given = rest.arrayInitializer()?.expression_list() ?? [];
    const elements = given.map((one) => expression(one, scope));
    return {
        type,
        evaluate: (frame) =>
            length === null
                ? elements.map((one) => take(one(frame)))
                : new Array<unknown>(Number(length(frame))).fill(null)
    };
}

function newMap(type: string, creator: CreatorContext, scope: Scope): Typed {
    const [keyType = 'object', valueType = 'object'] = typeArguments(type);
    const key = coercion(keyType);
    const value = coercion(valueType);
    const given = argumentsOf(creator.classCreatorRest()?.arguments().expressionList(), scope);
    if (given.types.length > 0) {
        return {
            type,
            evaluate: (frame) => {
                const [source] = given.evaluate(frame);
                if (source === null) throw nullPointer();
                if (Array.isArray(source)) return mapOfRecords(source);
                if (!(source instanceof ApexMap)) throw new SandboxRefusal('a Map made of this');
                const map = new ApexMap();
                for (const [k, v] of source.entries.values()) map.set(key(k), value(v));
                return map;
            }
        };
    }
    const pairs = creator.mapCreatorRest()?.mapCreatorRestPair_list() ?? [];
    const compiled = pairs.map((pair) => ({
        key: expression(pair.expression(0), scope),
        value: expression(pair.expression(1), scope)
    }));
    return {
        type,
        evaluate: (frame) => {
            const map = new ApexMap();
            for (const pair of compiled) map.set(key(pair.key(frame)), value(pair.value(frame)));
            return map;
        }
    };
}

/** `new Handoff_Outcome__c(Handoff_Kind__c = 'all')`. */
function newRecord(object: SObjectType, creator: CreatorContext, scope: Scope): Typed {
    const given = creator.classCreatorRest()?.arguments().expressionList()?.expression_list() ?? [];
    const fields = given.map((one) => {
        if (!(one instanceof AssignExpressionContext)) {
            throw new SandboxRefusal(
                'a record made of anything but its fields',
                placeOf(one, scope)
            );
        }
        return { name: one.expression(0).getText(), value: expression(one.expression(1), scope) };
    });
    return {
        type: object.name.toLowerCase(),
        evaluate: (frame) => {
            const record = new SObjectRecord(object.name);
            for (const { name, value } of fields) assignField(record, name, value(frame), frame);
            return record;
        }
    };
}
