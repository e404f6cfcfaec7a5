import type { SwitchStatementContext, WhenLiteralContext } from '@apexdevtools/apex-parser';
import { enumConstant } from './enums.ts';
import { typed } from './expressions.ts';
import { platformConstant } from './library/static.ts';
import { stringLiteral } from './primary.ts';
import type { Frame, Scope } from './program.ts';
import { classNamed, declare } from './program.ts';
import { typeOf } from './source.ts';
import type { Completion, Execute } from './statements.ts';
import { block, inside } from './statements.ts';
import { canonical, isA } from './types.ts';
import { keyOf } from './values.ts';

interface Case {
    holds(value: unknown): boolean;
    run(frame: Frame, value: unknown): Completion;
}

/** `switch on`: by values, by constants of an enum, or by the kind of a record. */
export function switchOn(node: SwitchStatementContext, scope: Scope): Execute {
    const { type, evaluate } = typed(node.expression(), scope);
    const cases = node.whenControl_list().map((when): Case => {
        const value = when.whenValue();
        if (value.ELSE()) return { holds: () => true, run: block(when.block(), scope) };
        if (value.typeRef() && value.id()) {
            const kind = canonical(typeOf(value.typeRef()), scope.owner, scope.program);
            const caught = inside(scope);
            const { slot } = declare(caught, value.id().getText(), kind);
            const body = block(when.block(), caught);
            return {
                holds: (given) => given !== null && isA(kind, given, scope.program),
                run: (frame, given) => {
                    frame.locals[slot] = given;
                    return body(frame);
                }
            };
        }
        const keys = new Set(
            value.whenLiteral_list().map((one) => keyOf(literal(one, type, scope)))
        );
        return { holds: (given) => keys.has(keyOf(given)), run: block(when.block(), scope) };
    });
    return (frame) => {
        const given = evaluate(frame);
        return cases.find((one) => one.holds(given))?.run(frame, given);
    };
}

function literal(node: WhenLiteralContext, type: string | null, scope: Scope): unknown {
    if (node.whenLiteral()) return literal(node.whenLiteral(), type, scope);
    if (node.NULL()) return null;
    if (node.StringLiteral()) return stringLiteral(node.getText());
    if (node.qualifiedName()) {
        const name = node.qualifiedName().getText().split('.').pop() ?? '';
        const definition = type === null ? null : classNamed(type, null, scope.program);
        if (definition?.kind === 'enum') return enumConstant(definition, name);
        return platformConstant(type ?? '', name);
    }
    return Number(node.getText().replace(/l$/i, ''));
}
