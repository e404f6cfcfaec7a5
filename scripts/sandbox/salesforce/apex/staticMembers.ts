import type {
    DotExpressionContext,
    DotMethodCallContext,
    SoqlLiteralContext
} from '@apexdevtools/apex-parser';
import { PrimaryExpressionContext, SoqlPrimaryContext } from '@apexdevtools/apex-parser';
import { SandboxRefusal } from '../errors.ts';
import type { SObjectType } from '../schema.ts';
import { argumentsOf, staticCall } from './calls.ts';
import { enumConstant } from './enums.ts';
import type { Typed } from './expressions.ts';
import { fieldNamed } from './hierarchy.ts';
import { methodFor } from './invoke.ts';
import { metadataMethod } from './library/customMetadata.ts';
import { locatorOf } from './library/database.ts';
import { describeOf } from './library/describe.ts';
import { platformConstant, platformStatic } from './library/static.ts';
import { placeOf } from './places.ts';
import type { Scope } from './program.ts';
import { resolveClass } from './program.ts';
import { openLiteral } from './queries.ts';
import { triggerObjectOf, triggerVariable } from './triggers.ts';
import { FieldToken, TypeToken } from './values.ts';
import { staticField } from './variables.ts';

/** `Type.name` and `Type.name(…)`. */
export function staticMember(node: DotExpressionContext, type: string, scope: Scope): Typed {
    const owner = resolveClass(type, scope);
    const call = node.dotMethodCall();
    const object = owner === null ? scope.program.schema.get(type.toLowerCase()) : undefined;
    if (call) {
        const name = call.anyId().getText();
        const query = owner === null ? locatedQuery(type, name, call) : null;
        if (query !== null) return queryLocator(query, scope);
        const args = argumentsOf(call.expressionList(), scope);
        if (owner === null) {
            const method = object && metadataMethod(object, name, args);
            return method ?? platformStatic(type, name, args, scope);
        }
        const method = methodFor(owner, name, args.types, scope.program);
        if (method?.isStatic) return staticCall(method, args, scope);
        if (owner.kind === 'enum' && name.toLowerCase() === 'values') {
            const all = owner.constants.map((one) => enumConstant(owner, one));
            return { type: `list<${owner.fullName.toLowerCase()}>`, evaluate: () => [...all] };
        }
        throw new SandboxRefusal(`the method ${type}.${name}`, placeOf(node, scope));
    }
    const name = node.anyId().getText();
    if (owner !== null) {
        const field = fieldNamed(owner, name, scope.program);
        if (field?.isStatic) return placed(staticField(field, scope));
        if (owner.kind === 'enum') {
            const constant = enumConstant(owner, name);
            return { type: owner.fullName.toLowerCase(), evaluate: () => constant };
        }
        throw new SandboxRefusal(`${type}.${name}`, placeOf(node, scope));
    }
    return platformMember(type, name, object, node, scope);
}

/** The query in `Database.getQueryLocator([SELECT …])`, which is not run at once. */
function locatedQuery(
    type: string,
    name: string,
    call: DotMethodCallContext
): SoqlLiteralContext | null {
    if (`${type}.${name}`.toLowerCase() !== 'database.getquerylocator') return null;
    const [only, ...more] = call.expressionList()?.expression_list() ?? [];
    if (more.length > 0 || !(only instanceof PrimaryExpressionContext)) return null;
    const primary = only.primary();
    return primary instanceof SoqlPrimaryContext ? primary.soqlLiteral() : null;
}

function queryLocator(query: SoqlLiteralContext, scope: Scope): Typed {
    const { open } = openLiteral(query, scope);
    return { type: 'database.querylocator', evaluate: (frame) => locatorOf(open(frame)) };
}

function placed({ type, read }: { type: string; read: Typed['evaluate'] }): Typed {
    return { type, evaluate: read };
}

function platformMember(
    type: string,
    name: string,
    object: SObjectType | undefined,
    node: DotExpressionContext,
    scope: Scope
): Typed {
    const { program, owner } = scope;
    const key = name.toLowerCase();
    switch (type.toLowerCase()) {
        case 'trigger':
            return {
                type: triggerType(key, triggerObjectOf(owner)),
                evaluate: (frame) => triggerVariable(name, frame.transaction.trigger)
            };
        case 'label': {
            const text = program.labels.get(key);
            if (text !== undefined) return { type: 'string', evaluate: () => text };
            throw new SandboxRefusal(`the label ${name}`, placeOf(node, scope));
        }
        case 'sobjecttype': {
            const named = program.schema.get(key);
            if (named === undefined) break;
            return {
                type: 'describesobjectresult',
                evaluate: (frame) => describeOf(named, frame)
            };
        }
        default:
    }
    if (object && key === 'sobjecttype') {
        const token = new TypeToken(object.name);
        return { type: 'sobjecttype', evaluate: () => token };
    }
    const field = object?.fields.get(key);
    if (object && field) {
        const token = new FieldToken(object.name, field.name);
        return { type: 'sobjectfield', evaluate: () => token };
    }
    const constant = platformConstant(type, name);
    return { type: type.toLowerCase(), evaluate: () => constant };
}

/** In a trigger its object is known; in a class it may be any. */
function triggerType(name: string, object: string | null): string {
    const row = object?.toLowerCase() ?? 'sobject';
    switch (name) {
        case 'new':
        case 'old':
            return `list<${row}>`;
        case 'newmap':
        case 'oldmap':
            return `map<id,${row}>`;
        case 'size':
            return 'integer';
        case 'operationtype':
            return 'triggeroperation';
        default:
            return 'boolean';
    }
}
