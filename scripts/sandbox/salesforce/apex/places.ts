import type { ApexParserRuleContext } from '@apexdevtools/apex-parser';
import { PackageError, SandboxRefusal } from '../errors.ts';
import type { Scope } from './program.ts';
import { ApexException } from './values.ts';

/** Where a piece of code stands: `HandoffLeadContext.cls:42`. */
export function placeOf(node: ApexParserRuleContext, scope: Scope): string {
    return `${scope.owner.file}:${node.start.line}`;
}

/** Runs; refusals, errors and exceptions out of it say where in the code they arose. */
export function placed<T>(place: string, run: () => T): T {
    try {
        return run();
    } catch (error) {
        if (error instanceof SandboxRefusal || error instanceof PackageError) throw error.at(place);
        if (error instanceof ApexException) error.where ??= place;
        throw error;
    }
}
