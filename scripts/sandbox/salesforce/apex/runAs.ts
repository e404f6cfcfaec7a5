import type { RunAsStatementContext } from '@apexdevtools/apex-parser';
import { sandboxUserOf } from '../access.ts';
import { PackageError, SandboxRefusal } from '../errors.ts';
import { SObjectRecord } from '../soql/record.ts';
import { expression } from './expressions.ts';
import { placeOf } from './places.ts';
import type { Scope } from './program.ts';
import type { Execute } from './statements.ts';
import { block } from './statements.ts';
import { nullPointer } from './values.ts';

/** `System.runAs(user) { … }`: that user's rights, and a context of its own for setup objects. */
export function runAs(node: RunAsStatementContext, scope: Scope): Execute {
    const [given, ...more] = node.expressionList()?.expression_list() ?? [];
    if (!given || more.length > 0) {
        throw new SandboxRefusal('System.runAs of anything but a user', placeOf(node, scope));
    }
    const user = expression(given, scope);
    const body = block(node.block(), scope);
    return (frame) => {
        const { transaction } = frame;
        if (!transaction.isTest) throw new PackageError('System.runAs outside a test');
        const record = user(frame);
        if (!(record instanceof SObjectRecord)) throw nullPointer();
        const id = record.fields.get('id')?.value ?? null;
        if (typeof id !== 'string')
            throw new SandboxRefusal('System.runAs of a user without an Id');
        transaction.limits.take('dmlStatements');
        const { user: before, writes } = transaction;
        transaction.user = sandboxUserOf(id, transaction);
        transaction.writes = { setup: null, data: null };
        try {
            return body(frame);
        } finally {
            transaction.user = before;
            transaction.writes = writes;
        }
    };
}
