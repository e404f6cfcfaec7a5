import type { TryStatementContext } from '@apexdevtools/apex-parser';
import { located } from './frames.ts';
import type { Scope } from './program.ts';
import { declare } from './program.ts';
import type { Completion, Execute } from './statements.ts';
import { block, inside, isCatchable } from './statements.ts';
import { canonical, catches } from './types.ts';

/** `try`, its `catch` clauses and its `finally`; what cannot be caught runs neither. */
export function tryCatch(node: TryStatementContext, scope: Scope): Execute {
    const body = block(node.block(), scope);
    const { program } = scope;
    const handlers = node.catchClause_list().map((clause) => {
        const type = canonical(clause.qualifiedName().getText(), scope.owner, program);
        const caught = inside(scope);
        const { slot } = declare(caught, clause.id().getText(), type);
        return { type, slot, body: block(clause.block(), caught) };
    });
    const last = node.finallyBlock() ? block(node.finallyBlock().block(), scope) : null;
    const guarded: Execute = (frame) => {
        const { transaction } = frame;
        const { isSharing } = transaction;
        try {
            return body(frame);
        } catch (error) {
            if (!isCatchable(error)) throw error;
            const handler = handlers.find(({ type }) => catches(type, error, program));
            if (handler === undefined) throw error;
            located(error, frame);
            transaction.frame = frame;
            transaction.isSharing = isSharing;
            frame.locals[handler.slot] = error;
            return handler.body(frame);
        }
    };
    if (last === null) return guarded;
    return (frame) => {
        let completion: Completion;
        try {
            completion = guarded(frame);
        } catch (error) {
            if (!isCatchable(error)) throw error;
            located(error, frame);
            const overriding = last(frame);
            if (overriding !== undefined) return overriding;
            throw error;
        }
        return last(frame) ?? completion;
    };
}
