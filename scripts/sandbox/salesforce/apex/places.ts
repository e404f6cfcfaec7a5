import type { ApexParserRuleContext } from '@apexdevtools/apex-parser';
import { SandboxRefusal } from '../errors.ts';
import type { Evaluate, Scope } from './program.ts';
import { ApexException } from './values.ts';

/** Where a piece of code stands: `HandoffLeadContext.cls:42`. */
export function placeOf(node: ApexParserRuleContext, scope: Scope): string {
    return `${scope.owner.file}:${node.start.line}`;
}

/** The same evaluation; refusals and exceptions out of it say where it happened. */
export function located(evaluate: Evaluate, place: string): Evaluate {
    return (frame) => {
        try {
            return evaluate(frame);
        } catch (error) {
            if (error instanceof SandboxRefusal) throw error.at(place);
            if (error instanceof ApexException) error.where ??= place;
            throw error;
        }
    };
}
