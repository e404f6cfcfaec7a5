import type {
    AccessLevelContext,
    ApexParserRuleContext,
    ExpressionContext,
    MergeStatementContext,
    StatementContext
} from '@apexdevtools/apex-parser';
import type { DmlOperation } from '../dml/types.ts';
import { SandboxRefusal } from '../errors.ts';
import { perform, performMerge, thrownUnlessSaved } from './dml.ts';
import { expression } from './expressions.ts';
import { placeOf } from './places.ts';
import type { Evaluate, Scope } from './program.ts';
import { triggerObjectOf } from './triggers.ts';

interface Written {
    readonly operation: DmlOperation;
    readonly value: ExpressionContext;
    readonly access: AccessLevelContext | null;
    readonly externalId?: string;
}

/** `insert`, `update`, `upsert`, `delete` and `undelete`, `as user` or `as system`; null for another statement. */
export function dmlStatement(node: StatementContext, scope: Scope): Evaluate | null {
    const written = writtenBy(node);
    if (written === null) {
        return node.mergeStatement() ? mergeStatement(node.mergeStatement(), scope) : null;
    }
    const { operation, externalId } = written;
    const value = expression(written.value, scope);
    const mode = modeOf(written.access, node, scope);
    return (frame) => {
        const done = perform(
            operation,
            value(frame),
            { mode, allOrNone: true, ...(externalId === undefined ? {} : { externalId }) },
            frame.transaction
        );
        thrownUnlessSaved(operation, done);
        return null;
    };
}

/** `merge master duplicates`. */
function mergeStatement(node: MergeStatementContext, scope: Scope): Evaluate {
    const master = expression(node.expression(0), scope);
    const duplicates = expression(node.expression(1), scope);
    const mode = modeOf(node.accessLevel(), node, scope);
    return (frame) => {
        performMerge(
            master(frame),
            duplicates(frame),
            { mode, allOrNone: true },
            frame.transaction
        );
        return null;
    };
}

/**
 * Triggers write in system mode; a class of today's API version in user mode, unless it says otherwise. The
 * package always says it, so a class that does not is refused.
 */
function modeOf(
    access: AccessLevelContext | null | undefined,
    node: ApexParserRuleContext,
    scope: Scope
): 'user' | 'system' {
    if (access) return access.USER() ? 'user' : 'system';
    if (triggerObjectOf(scope.owner) !== null) return 'system';
    const what = `the statement ${node.start.text} that states no access mode`;
    throw new SandboxRefusal(what, placeOf(node, scope));
}

function writtenBy(node: StatementContext): Written | null {
    const insert = node.insertStatement();
    if (insert) return written('insert', insert.expression(), insert.accessLevel());
    const update = node.updateStatement();
    if (update) return written('update', update.expression(), update.accessLevel());
    const upsert = node.upsertStatement();
    if (upsert) {
        const found = written('upsert', upsert.expression(), upsert.accessLevel());
        const field = upsert.qualifiedName()?.getText().split('.').pop();
        return field === undefined ? found : { ...found, externalId: field };
    }
    const remove = node.deleteStatement();
    if (remove) return written('delete', remove.expression(), remove.accessLevel());
    const restore = node.undeleteStatement();
    return restore ? written('undelete', restore.expression(), restore.accessLevel()) : null;
}

function written(
    operation: DmlOperation,
    value: ExpressionContext,
    access: AccessLevelContext | null | undefined
): Written {
    return { operation, value, access: access ?? null };
}
