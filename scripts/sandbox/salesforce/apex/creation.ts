import type { CreatorContext } from '@apexdevtools/apex-parser';
import { AssignExpressionContext } from '@apexdevtools/apex-parser';
import { PackageError, SandboxRefusal } from '../errors.ts';
import { argumentsOf } from './calls.ts';
import { expression } from './expressions.ts';
import { invoke, newFrame, only } from './invoke.ts';
import type { SObjectType } from '../schema.ts';
import { SObjectRecord } from '../soql/record.ts';
import { valuesOf } from './library/collections.ts';
import { putField } from './library/records.ts';
import { placeOf } from './places.ts';
import type { Evaluate, Frame, Scope } from './program.ts';
import { resolveClass } from './program.ts';
import type { ClassDefinition } from './source.ts';
import { coerce } from './types.ts';
import { ApexException, ApexMap, ApexObject, ApexSet } from './values.ts';

const PLATFORM_EXCEPTIONS: readonly string[] = [
    'AuraHandledException',
    'QueryException',
    'IllegalArgumentException'
];
/** What `getMessage` answers of one that was given a message for the browser. */
const HIDDEN_MESSAGE = 'Script-thrown exception';

/** `new …`: a collection, an exception, or an instance of a class of the package. */
export function creation(creator: CreatorContext, scope: Scope): Evaluate {
    const type = creator.createdName().getText().toLowerCase();
    if (type.startsWith('map<')) return newMap(creator, scope);
    if (creator.arrayCreatorRest()) {
        throw new SandboxRefusal('an array', placeOf(creator, scope));
    }
    const object = scope.program.schema.get(type);
    if (object !== undefined) return newRecord(object, creator, scope);
    const given = creator.setCreatorRest()?.expression_list() ?? [];
    const elements = given.map((element) => expression(element, scope));
    const args = argumentsOf(creator.classCreatorRest()?.arguments().expressionList(), scope);
    const initial = (frame: Frame): unknown[] => {
        const [source] = args(frame);
        return source === undefined ? elements.map((one) => one(frame)) : valuesOf(source);
    };
    if (type.startsWith('list<')) {
        const element = type.slice('list<'.length, -1);
        return (frame) => initial(frame).map((value) => coerce(element, value));
    }
    if (type.startsWith('set<')) {
        const element = type.slice('set<'.length, -1);
        return (frame) => new ApexSet(initial(frame).map((value) => coerce(element, value)));
    }
    return newInstance(creator, args, scope);
}

function newMap(creator: CreatorContext, scope: Scope): Evaluate {
    if (creator.classCreatorRest()?.arguments().expressionList()) {
        throw new SandboxRefusal('a Map made of another', placeOf(creator, scope));
    }
    const pairs = creator.mapCreatorRest()?.mapCreatorRestPair_list() ?? [];
    const compiled = pairs.map((pair) => ({
        key: expression(pair.expression(0), scope),
        value: expression(pair.expression(1), scope)
    }));
    return (frame) => {
        const map = new ApexMap();
        for (const { key, value } of compiled) map.set(key(frame), value(frame));
        return map;
    };
}

function newInstance(
    creator: CreatorContext,
    args: (frame: Frame) => unknown[],
    scope: Scope
): Evaluate {
    const name = creator.createdName().getText();
    const definition = resolveClass(name, scope);
    if (definition === null) return newPlatformException(creator, args, scope);
    if (definition.superType?.replace(/^system\./, '') === 'exception') {
        return (frame) => {
            const message = messageOf(args(frame));
            return new ApexException(definition.name, message, message, true);
        };
    }
    if (definition.superType !== null) {
        const what = `${definition.name}, which extends ${definition.superType}`;
        throw new SandboxRefusal(what, placeOf(creator, scope));
    }
    return (frame) => construct(definition, args(frame), frame, scope);
}

/** `new Handoff_Outcome__c(Handoff_Kind__c = 'all')`. */
function newRecord(object: SObjectType, creator: CreatorContext, scope: Scope): Evaluate {
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
    return (frame) => {
        const record = new SObjectRecord(object.name);
        for (const { name, value } of fields) putField(record, name, value(frame), frame);
        return record;
    };
}

export function construct(
    definition: ClassDefinition,
    args: readonly unknown[],
    frame: Frame,
    scope: Scope
): ApexObject {
    const self = new ApexObject(definition);
    const own = newFrame(frame.transaction, self);
    const inside = { ...scope, owner: definition, isStatic: false, locals: new Map() };
    for (const [key, field] of definition.fields) {
        if (field.isStatic) continue;
        const value = field.initial === null ? null : expression(field.initial, inside)(own);
        self.fields.set(key, coerce(field.type, value));
    }
    const constructor = only(definition.constructors, args.length, `new ${definition.name}`);
    if (constructor !== null) {
        invoke(constructor, self, args, frame.transaction);
    } else if (definition.constructors.length > 0 || args.length > 0) {
        throw new PackageError(`Constructor not defined: ${definition.name} with ${args.length}`);
    }
    return self;
}

function newPlatformException(
    creator: CreatorContext,
    args: (frame: Frame) => unknown[],
    scope: Scope
): Evaluate {
    const name = creator
        .createdName()
        .getText()
        .replace(/^system\./i, '');
    const known = PLATFORM_EXCEPTIONS.find((one) => one.toLowerCase() === name.toLowerCase());
    if (known === undefined) throw new SandboxRefusal(`new ${name}`, placeOf(creator, scope));
    return (frame) => {
        const message = messageOf(args(frame));
        const hidden = known === 'AuraHandledException' ? HIDDEN_MESSAGE : message;
        return new ApexException(known, message, hidden);
    };
}

function messageOf([message]: readonly unknown[]): string {
    if (message === undefined) return HIDDEN_MESSAGE;
    if (typeof message === 'string') return message;
    throw new SandboxRefusal('an exception made of anything but text');
}
