/** Which lines of the package's code can run, and which did. */
import { StatementContext } from '@apexdevtools/apex-parser';
import type { ApexParseTree } from '@apexdevtools/apex-parser';
import type { Program } from './program.ts';
import type { ClassDefinition } from './source.ts';

/** Lines that were run, by file; shared by all transactions that are counted together. */
export class Coverage {
    private readonly files = new Map<string, Set<number>>();

    hitsOf(file: string): Set<number> {
        const known = this.files.get(file) ?? new Set<number>();
        this.files.set(file, known);
        return known;
    }
}

/** How far one class or trigger was run. */
export interface ClassCoverage {
    readonly name: string;
    /** Lines that can run. */
    readonly lines: number;
    readonly covered: number;
    /** Line numbers of the rest. */
    readonly uncovered: readonly number[];
}

/** Every class and trigger of the package that is no test, by name. */
export function coverageOf(program: Program, coverage: Coverage): ClassCoverage[] {
    const classes = program
        .classes()
        .filter((one) => !one.isTest && one.kind === 'class')
        .map((one) => ({ name: one.name, file: one.file, lines: linesOfClass(one) }));
    const triggers = program.triggers().map((one) => ({
        name: one.name,
        file: one.owner.file,
        lines: new Set(one.body.flatMap((statement) => [...linesOf(statement)]))
    }));
    return [...classes, ...triggers].map(({ name, file, lines }) => {
        const hits = coverage.hitsOf(file);
        const uncovered = [...lines].filter((line) => !hits.has(line)).sort((a, b) => a - b);
        return { name, lines: lines.size, covered: lines.size - uncovered.length, uncovered };
    });
}

/** Lines on which a statement begins, a field with a first value, or a property without a body. */
function linesOfClass(definition: ClassDefinition): Set<number> {
    const lines = new Set<number>();
    const add = (tree: ApexParseTree | null): void => {
        if (tree !== null) for (const line of linesOf(tree)) lines.add(line);
    };
    for (const { field, block } of definition.initialisers) {
        if (block !== undefined) add(block);
        else if (field.initial !== null) lines.add(field.line);
    }
    for (const { isProperty, line, getter, setter } of definition.fields.values()) {
        if (isProperty && getter === null && setter === null) lines.add(line);
        add(getter);
        add(setter);
    }
    const methods = [...definition.methods.values()].flat();
    for (const { body } of [...methods, ...definition.constructors]) add(body);
    for (const inner of definition.inner.values()) {
        for (const line of linesOfClass(inner)) lines.add(line);
    }
    return lines;
}

function linesOf(tree: ApexParseTree): Set<number> {
    const lines = new Set<number>();
    const walk = (node: ApexParseTree): void => {
        if (node instanceof StatementContext && isCounted(node)) lines.add(node.start.line);
        const { children } = node as { children?: readonly ApexParseTree[] };
        for (const child of children ?? []) walk(child);
    };
    walk(tree);
    return lines;
}

/** A block is not run itself, the statements in it are; what is only written to the log does not count. */
function isCounted(statement: StatementContext): boolean {
    return !statement.block() && !/^system\.debug\(/i.test(statement.getText());
}
