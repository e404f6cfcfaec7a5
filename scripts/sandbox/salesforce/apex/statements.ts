import type {
    BlockContext,
    ForStatementContext,
    LocalVariableDeclarationContext,
    StatementContext,
    TryStatementContext
} from '@apexdevtools/apex-parser';
import { SandboxRefusal } from '../errors.ts';
import { expression } from './expressions.ts';
import { valuesOf } from './library/collections.ts';
import { condition } from './operators.ts';
import { placeOf } from './places.ts';
import type { Evaluate, Frame, Scope } from './program.ts';
import { typeOf } from './source.ts';
import { catches, coerce } from './types.ts';
import { ApexException, nullPointer } from './values.ts';

/** A `return` on its way out of the method. */
export class Returned {
    readonly value: unknown;

    constructor(value: unknown) {
        this.value = value;
    }
}

/** How a statement ended; undefined: the next one follows. */
export type Completion = Returned | 'break' | 'continue' | undefined;
export type Execute = (frame: Frame) => Completion;

/** Variables declared inside are unknown after it. */
export function block(node: BlockContext, outer: Scope): Execute {
    return statements(node.statement_list(), inside(outer));
}

/** Compiles statements that follow each other in one scope. */
export function statements(nodes: readonly StatementContext[], scope: Scope): Execute {
    return sequence(nodes.map((one) => statement(one, scope)));
}

function inside(scope: Scope): Scope {
    return { ...scope, locals: new Map(scope.locals) };
}

function sequence(statements: readonly Execute[]): Execute {
    return (frame) => {
        for (const execute of statements) {
            const completion = execute(frame);
            if (completion !== undefined) return completion;
        }
        return undefined;
    };
}

/** Compiles one statement; a local variable that it declares is in scope from here on. */
export function statement(node: StatementContext, scope: Scope): Execute {
    if (node.block()) return block(node.block(), scope);
    if (node.localVariableDeclarationStatement()) {
        const declared = node.localVariableDeclarationStatement().localVariableDeclaration();
        return declaration(declared, scope);
    }
    if (node.expressionStatement()) {
        return effect(expression(node.expressionStatement().expression(), scope));
    }
    if (node.returnStatement()) {
        const returned = node.returnStatement().expression();
        const value = returned ? expression(returned, scope) : () => null;
        return (frame) => new Returned(value(frame));
    }
    if (node.ifStatement()) {
        const test = expression(node.ifStatement().parExpression().expression(), scope);
        const yes = statement(node.ifStatement().statement(0), scope);
        const other = node.ifStatement().statement(1);
        const no = other ? statement(other, scope) : null;
        return (frame) => (condition(test(frame)) ? yes(frame) : no?.(frame));
    }
    if (node.forStatement()) return forLoop(node.forStatement(), scope);
    if (node.whileStatement()?.statement()) {
        const test = expression(node.whileStatement().parExpression().expression(), scope);
        return loop(test, statement(node.whileStatement().statement(), scope), []);
    }
    if (node.tryStatement()) return tryCatch(node.tryStatement(), scope);
    if (node.throwStatement()) return throwing(node, scope);
    if (node.breakStatement()) return () => 'break';
    if (node.continueStatement()) return () => 'continue';
    throw new SandboxRefusal(`the statement ${node.start.text}`, placeOf(node, scope));
}

function effect(evaluate: Evaluate): Execute {
    return (frame) => {
        evaluate(frame);
        return undefined;
    };
}

function declaration(node: LocalVariableDeclarationContext, scope: Scope): Execute {
    const type = typeOf(node.typeRef());
    const declared = node
        .variableDeclarators()
        .variableDeclarator_list()
        .map((one) => {
            const initial = one.expression() ? expression(one.expression(), scope) : () => null;
            const key = one.id().getText().toLowerCase();
            scope.locals.set(key, type);
            return effect((frame) => frame.locals.set(key, coerce(type, initial(frame))));
        });
    return sequence(declared);
}

function forLoop(node: ForStatementContext, outer: Scope): Execute {
    const scope = inside(outer);
    const control = node.forControl();
    const each = control.enhancedForControl();
    if (each) {
        const values = expression(each.expression(), scope);
        const type = typeOf(each.typeRef());
        const key = each.id().getText().toLowerCase();
        scope.locals.set(key, type);
        const body = statement(node.statement(), scope);
        return (frame) => {
            for (const value of valuesOf(values(frame))) {
                frame.locals.set(key, coerce(type, value));
                const completion = body(frame);
                if (completion === 'break') break;
                if (completion instanceof Returned) return completion;
            }
            return undefined;
        };
    }
    const declared = control.forInit()?.localVariableDeclaration();
    const start = declared ? declaration(declared, scope) : () => undefined;
    if (control.forInit()?.expressionList()) {
        throw new SandboxRefusal('a for loop without a variable of its own', placeOf(node, scope));
    }
    const test = control.expression() ? expression(control.expression(), scope) : () => true;
    const updates = control.forUpdate()?.expressionList().expression_list() ?? [];
    const body = statement(node.statement(), scope);
    const repeat = loop(
        test,
        body,
        updates.map((update) => expression(update, scope))
    );
    return sequence([start, repeat]);
}

function loop(test: Evaluate, body: Execute, updates: readonly Evaluate[]): Execute {
    return (frame) => {
        while (condition(test(frame))) {
            const completion = body(frame);
            if (completion === 'break') break;
            if (completion instanceof Returned) return completion;
            for (const update of updates) update(frame);
        }
        return undefined;
    };
}

function tryCatch(node: TryStatementContext, scope: Scope): Execute {
    const body = block(node.block(), scope);
    const handlers = node.catchClause_list().map((clause) => {
        const type = clause.qualifiedName().getText();
        const key = clause.id().getText().toLowerCase();
        const caught = inside(scope);
        caught.locals.set(key, type.toLowerCase());
        return { type, key, body: block(clause.block(), caught) };
    });
    const last = node.finallyBlock() ? block(node.finallyBlock().block(), scope) : null;
    const guarded: Execute = (frame) => {
        const { depth } = frame.transaction;
        try {
            return body(frame);
        } catch (error) {
            if (!(error instanceof ApexException) || error.typeName === 'LimitException')
                throw error;
            const handler = handlers.find(({ type }) => catches(type, error));
            if (handler === undefined) throw error;
            frame.transaction.depth = depth;
            frame.locals.set(handler.key, error);
            return handler.body(frame);
        }
    };
    if (last === null) return guarded;
    return (frame) => {
        let completion: Completion;
        try {
            completion = guarded(frame);
        } catch (error) {
            const overriding = last(frame);
            if (overriding !== undefined) return overriding;
            throw error;
        }
        return last(frame) ?? completion;
    };
}

function throwing(node: StatementContext, scope: Scope): Execute {
    const place = placeOf(node, scope);
    const thrown = expression(node.throwStatement().expression(), scope);
    return (frame) => {
        const exception = thrown(frame);
        if (!(exception instanceof ApexException)) throw nullPointer();
        exception.where ??= place;
        throw exception;
    };
}
