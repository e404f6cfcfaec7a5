/** The open calls of a transaction. */
import { PackageError, SandboxRefusal } from '../errors.ts';
import type { Frame, Transaction } from './program.ts';
import type { ApexObject } from './values.ts';
import { ApexException } from './values.ts';

const DEEPEST_CALL = 1000;

/** Opens a call; `leave` runs and closes it. */
export function newFrame(
    transaction: Transaction,
    self: ApexObject | null,
    name: string,
    file: string,
    locals: unknown[] = []
): Frame {
    const caller = transaction.frame;
    const depth = caller === null ? 1 : caller.depth + 1;
    if (depth > DEEPEST_CALL) {
        throw new ApexException('LimitException', `Maximum stack depth reached: ${depth}`);
    }
    const hits = transaction.coverage?.hitsOf(file) ?? null;
    const frame = { transaction, self, locals, name, file, caller, depth, line: 0, hits };
    transaction.frame = frame;
    return frame;
}

/** Runs what a call does, and closes the call; what it throws learns where it arose. */
export function leave<T>(frame: Frame, run: () => T): T {
    try {
        return run();
    } catch (error) {
        throw located(error, frame);
    } finally {
        frame.transaction.frame = frame.caller;
    }
}

/** An error with the place where it arose, unless it has one. */
export function located(error: unknown, frame: Frame): unknown {
    const place = `${frame.file}:${frame.line}`;
    if (error instanceof SandboxRefusal || error instanceof PackageError) return error.at(place);
    if (error instanceof ApexException && error.stackTrace === null) {
        error.where ??= place;
        error.stackTrace = stackTrace(frame);
    }
    if (error instanceof RangeError && error.message.includes('call stack')) {
        return new SandboxRefusal('a recursion this deep', place);
    }
    return error;
}

/** The open calls as the platform lists them, innermost first. */
export function stackTrace(frame: Frame): string {
    const lines: string[] = [];
    for (let at: Frame | null = frame; at !== null; at = at.caller) {
        const kind = at.file.endsWith('.trigger') ? 'Trigger' : 'Class';
        lines.push(`${kind}.${at.name}: line ${at.line}, column 1`);
    }
    return lines.join('\n');
}
