import type {
    BlockContext,
    LocalVariableDeclarationContext,
    StatementContext
} from '@apexdevtools/apex-parser';
import { SandboxRefusal } from '../errors.ts';
import { dmlStatement } from './dmlStatements.ts';
import { expression } from './expressions.ts';
import { located } from './frames.ts';
import { forLoop, loop } from './loops.ts';
import { condition } from './operators.ts';
import { placeOf } from './places.ts';
import type { Evaluate, Frame, Scope } from './program.ts';
import { declare } from './program.ts';
import { runAs } from './runAs.ts';
import { typeOf } from './source.ts';
import { switchOn } from './switch.ts';
import { tryCatch } from './tryCatch.ts';
import { canonical, coercion } from './types.ts';
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

export function inside(scope: Scope): Scope {
    return { ...scope, locals: new Map(scope.locals) };
}

export function sequence(all: readonly Execute[]): Execute {
    const [only] = all;
    if (only !== undefined && all.length === 1) return only;
    return (frame) => {
        for (const execute of all) {
            const completion = execute(frame);
            if (completion !== undefined) return completion;
        }
        return undefined;
    };
}

/**
 * Compiles one statement; a local variable that it declares is in scope from here on. What the sandbox does
 * not run is refused when it is reached, not before.
 */
export function statement(node: StatementContext, scope: Scope): Execute {
    if (node.block()) return block(node.block(), scope);
    const { line } = node.start;
    const execute = compiledOrRefused(node, scope);
    return (frame) => {
        frame.line = line;
        frame.hits?.add(line);
        frame.transaction.limits.step();
        return execute(frame);
    };
}

function compiledOrRefused(node: StatementContext, scope: Scope): Execute {
    try {
        return compile(node, scope);
    } catch (error) {
        if (!(error instanceof SandboxRefusal)) throw error;
        return () => {
            throw error;
        };
    }
}

function compile(node: StatementContext, scope: Scope): Execute {
    if (node.localVariableDeclarationStatement()) {
        const declared = node.localVariableDeclarationStatement().localVariableDeclaration();
        return declaration(declared, scope);
    }
    if (node.expressionStatement()) {
        return effect(expression(node.expressionStatement().expression(), scope));
    }
    if (node.returnStatement()) {
        const returned = node.returnStatement().expression();
        if (!returned) return () => new Returned(null);
        const value = expression(returned, scope);
        return (frame) => new Returned(value(frame));
    }
    if (node.ifStatement()) {
        const test = expression(node.ifStatement().parExpression().expression(), scope);
        const yes = statement(node.ifStatement().statement(0), inside(scope));
        const other = node.ifStatement().statement(1);
        const no = other ? statement(other, inside(scope)) : null;
        return (frame) => (condition(test(frame)) ? yes(frame) : no?.(frame));
    }
    if (node.forStatement()) return forLoop(node.forStatement(), scope);
    if (node.whileStatement()?.statement()) {
        const test = expression(node.whileStatement().parExpression().expression(), scope);
        return loop(test, statement(node.whileStatement().statement(), inside(scope)), []);
    }
    if (node.doWhileStatement()) {
        const body = block(node.doWhileStatement().block(), scope);
        const test = expression(node.doWhileStatement().parExpression().expression(), scope);
        return loop(test, body, [], true);
    }
    if (node.tryStatement()) return tryCatch(node.tryStatement(), scope);
    if (node.switchStatement()) return switchOn(node.switchStatement(), scope);
    if (node.runAsStatement()) return runAs(node.runAsStatement(), scope);
    if (node.throwStatement()) return throwing(node, scope);
    if (node.breakStatement()) return () => 'break';
    if (node.continueStatement()) return () => 'continue';
    const write = dmlStatement(node, scope);
    if (write !== null) return effect(write);
    throw new SandboxRefusal(`the statement ${node.start.text}`, placeOf(node, scope));
}

function effect(evaluate: Evaluate): Execute {
    return (frame) => {
        evaluate(frame);
        return undefined;
    };
}

export function declaration(node: LocalVariableDeclarationContext, scope: Scope): Execute {
    const type = canonical(typeOf(node.typeRef()), scope.owner, scope.program);
    const take = coercion(type);
    const declared = node
        .variableDeclarators()
        .variableDeclarator_list()
        .map((one) => {
            const initial = one.expression() ? expression(one.expression(), scope) : () => null;
            const { slot } = declare(scope, one.id().getText(), type);
            return effect((frame) => (frame.locals[slot] = take(initial(frame))));
        });
    return sequence(declared);
}

function throwing(node: StatementContext, scope: Scope): Execute {
    const thrown = expression(node.throwStatement().expression(), scope);
    return (frame) => {
        const exception = thrown(frame);
        if (!(exception instanceof ApexException)) throw nullPointer();
        throw located(exception, frame);
    };
}

const FATAL: readonly string[] = ['LimitException', 'AssertException'];

/** Whether code can catch it: no limit, no failed assertion and no refusal. */
export function isCatchable(error: unknown): error is ApexException {
    return error instanceof ApexException && !FATAL.includes(error.typeName);
}
