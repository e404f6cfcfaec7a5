/** Which type is which: supertypes and interfaces, of the package and of the platform. */
import type { Program } from './program.ts';
import { classNamed, superClass } from './program.ts';
import type { ClassDefinition, FieldDefinition, MethodDefinition } from './source.ts';
import { canonical, typeArguments } from './types.ts';

/** Whether a class is, extends or implements a type; for one of the platform's its name alone counts. */
export function isSubclass(definition: ClassDefinition, type: string, program: Program): boolean {
    for (const name of supertypes(definition, program)) {
        if (name === type || name.replace(/<.*/, '') === type.replace(/<.*/, '')) return true;
    }
    return type === 'object';
}

const known = new WeakMap<Program, Map<ClassDefinition, ReadonlySet<string>>>();

/** The canonical names of a class, its superclasses and all their interfaces. */
export function supertypes(definition: ClassDefinition, program: Program): ReadonlySet<string> {
    const all = known.get(program) ?? new Map<ClassDefinition, ReadonlySet<string>>();
    known.set(program, all);
    const found = all.get(definition) ?? supertypesOf(definition, program);
    all.set(definition, found);
    return found;
}

function supertypesOf(definition: ClassDefinition, program: Program): ReadonlySet<string> {
    const names = new Set([definition.fullName.toLowerCase()]);
    const above = definition.superType === null ? [] : [definition.superType];
    for (const name of [...above, ...definition.interfaces]) {
        names.add(canonical(name, definition.outer ?? definition, program));
        const parent = classNamed(name, definition.outer, program);
        if (parent !== null && parent !== definition) {
            for (const inherited of supertypes(parent, program)) names.add(inherited);
        }
    }
    return names;
}

/** A class and those above it, nearest first. */
export function* lineage(
    definition: ClassDefinition,
    program: Program
): Generator<ClassDefinition, void> {
    let at: ClassDefinition | null = definition;
    while (at !== null) {
        yield at;
        at = superClass(at, program);
    }
}

/** A field of a class or of one above it. */
export function fieldNamed(
    definition: ClassDefinition,
    name: string,
    program: Program
): FieldDefinition | null {
    const key = name.toLowerCase();
    for (const at of lineage(definition, program)) {
        const found = at.fields.get(key);
        if (found !== undefined) return found;
    }
    return null;
}

/** All overloads of a method that a class has or inherits; one that is overridden comes once. */
export function methodsNamed(
    definition: ClassDefinition,
    name: string,
    program: Program
): MethodDefinition[] {
    const key = name.toLowerCase();
    const found = new Map<string, MethodDefinition>();
    for (const at of lineage(definition, program)) {
        for (const method of at.methods.get(key) ?? []) {
            const signature = signatureOf(method, program);
            if (!found.has(signature)) found.set(signature, method);
        }
    }
    if (found.size === 0 && definition.kind === 'interface') {
        for (const parent of definition.interfaces) {
            const above = classNamed(parent, definition.outer, program);
            if (above !== null) return methodsNamed(above, name, program);
        }
    }
    return [...found.values()];
}

/** The types of a method's parameters, as one text. */
export function signatureOf(method: MethodDefinition, program: Program): string {
    return method.parameters.map(({ type }) => canonical(type, method.owner, program)).join(';');
}

const NUMBERS: readonly string[] = ['integer', 'long', 'double', 'decimal'];

/** How far a type is from one that takes its values: 0 for the same; null where it does not fit. */
export function distance(from: string, to: string, program: Program): number | null {
    if (from === to) return 0;
    if (from === 'null') return to === 'object' ? 50 : 1;
    if (to === 'object') return 50;
    if (NUMBERS.includes(from) && NUMBERS.includes(to)) {
        const step = NUMBERS.indexOf(to) - NUMBERS.indexOf(from);
        return step > 0 ? step : null;
    }
    if ((from === 'id' && to === 'string') || (from === 'string' && to === 'id')) return 5;
    if (from === 'date' && to === 'datetime') return 5;
    if (to === 'sobject') return program.schema.has(from) || from === 'aggregateresult' ? 10 : null;
    if (from === 'sobject') return program.schema.has(to) ? 20 : null;
    if (to === 'exception') return from.endsWith('exception') ? 10 : null;
    const outer = from.replace(/<.*/, '');
    if (from.includes('<') && to.includes('<')) return genericDistance(from, outer, to, program);
    const definition = classNamed(from, null, program);
    if (definition !== null && isSubclass(definition, to, program)) return 10;
    return null;
}

function genericDistance(from: string, outer: string, to: string, program: Program): number | null {
    const target = to.replace(/<.*/, '');
    if (target !== outer && !(target === 'iterable' && ['list', 'set'].includes(outer)))
        return null;
    let total = target === outer ? 0 : 5;
    const wanted = typeArguments(to);
    for (const [index, one] of typeArguments(from).entries()) {
        const step = distance(one, wanted[index] ?? 'object', program);
        if (step === null) return null;
        total += step;
    }
    return total;
}
