import type { CastExpressionContext, ExpressionContext } from '@apexdevtools/apex-parser';
import { DotExpressionContext } from '@apexdevtools/apex-parser';
import { SObjectRecord } from '../soql/record.ts';
import { argumentsOf } from './calls.ts';
import type { Typed } from './expressions.ts';
import { behind, typed } from './expressions.ts';
import { getField } from './library/records.ts';
import { typeNameOf } from './members.ts';
import { held } from './operators.ts';
import type { Scope } from './program.ts';
import { typeOf } from './source.ts';
import { canonical, cast, coercion } from './types.ts';
import { ApexException, nullPointer } from './values.ts';

const NUMBERS: readonly string[] = ['integer', 'long', 'double', 'decimal'];

/** `(Type) value`. Between types of numbers it converts; of an Object, it only says what the value is. */
export function casting(node: CastExpressionContext, scope: Scope): Typed {
    const { program } = scope;
    const type = canonical(typeOf(node.typeRef()), scope.owner, program);
    const isWhole = type === 'integer' || type === 'long';
    const value =
        (isWhole ? wholeField(node.expression(), type, scope) : null) ??
        typed(node.expression(), scope);
    if (isWhole && NUMBERS.includes(value.type ?? '')) {
        return {
            type,
            evaluate: (frame) => {
                const given = value.evaluate(frame);
                return given === null ? null : held(type, Math.trunc(Number(given)) + 0);
            }
        };
    }
    const take = coercion(type);
    return { type, evaluate: (frame) => take(cast(type, value.evaluate(frame), program)) };
}

/**
 * `record.get(name)` that is cast to a whole number: a field of numbers holds Decimals, also whole ones, which
 * the platform does not take for an Integer. Null for any other expression.
 */
function wholeField(node: ExpressionContext, type: string, scope: Scope): Typed | null {
    if (!(node instanceof DotExpressionContext)) return null;
    const call = node.dotMethodCall();
    if (call?.anyId().getText().toLowerCase() !== 'get') return null;
    if (typeNameOf(node.expression(), scope) !== null) return null;
    const holder = typed(node.expression(), scope);
    const isRecord = ['sobject', 'aggregateresult'].includes(holder.type ?? '');
    if (!isRecord && !scope.program.schema.has(holder.type ?? '')) return null;
    const args = argumentsOf(call.expressionList(), scope);
    return behind(holder, 'object', Boolean(node.QUESTIONDOT()), (record, frame) => {
        if (!(record instanceof SObjectRecord)) throw nullPointer();
        const [name] = args.evaluate(frame);
        const found = getField(record, name, frame);
        const field = record.fields.get(String(name).toLowerCase());
        if (found === null || field?.type !== 'double') return found;
        const message = `Invalid conversion from runtime type Decimal to ${SHOWN[type]}`;
        throw new ApexException('TypeException', message);
    });
}

const SHOWN: { readonly [type: string]: string } = { integer: 'Integer', long: 'Long' };
