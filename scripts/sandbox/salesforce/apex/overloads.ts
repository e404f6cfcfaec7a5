import { SandboxRefusal } from '../errors.ts';
import { distance } from './hierarchy.ts';
import type { Program } from './program.ts';
import type { MethodDefinition } from './source.ts';
import { canonical } from './types.ts';

/**
 * Of several methods or constructors, the one whose parameters are nearest to arguments of these types.
 *
 * @param types canonical; null for one that is not known
 * @returns null when none fits
 * @throws SandboxRefusal when it cannot be told which one is meant
 */
export function chosen(
    all: readonly MethodDefinition[],
    types: readonly (string | null)[],
    name: string,
    program: Program
): MethodDefinition | null {
    const fitting = all.filter((method) => method.parameters.length === types.length);
    if (fitting.length <= 1) return fitting[0] ?? null;
    const ranked = fitting
        .map((method) => ({ method, far: farness(method, types, program) }))
        .filter((one): one is { method: MethodDefinition; far: number } => one.far !== null)
        .sort((a, b) => a.far - b.far);
    const [best, second] = ranked;
    if (best === undefined) return null;
    if (second !== undefined && second.far === best.far) {
        throw new SandboxRefusal(`the overloads of ${name}`);
    }
    return best.method;
}

function farness(
    method: MethodDefinition,
    types: readonly (string | null)[],
    program: Program
): number | null {
    let total = 0;
    for (const [index, { type }] of method.parameters.entries()) {
        const given = types[index] ?? null;
        if (given === null) continue;
        const far = distance(given, canonical(type, method.owner, program), program);
        if (far === null) return null;
        total += far;
    }
    return total;
}
