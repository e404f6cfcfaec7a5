import { readFileSync } from 'node:fs';
import {
    ApexErrorListener,
    ApexLexer,
    ApexParseTreeWalker,
    ApexParserBaseListener,
    ApexParserFactory,
    type BoundExpressionContext,
    type SoqlLiteralContext
} from '@apexdevtools/apex-parser';

/** A query in Apex; the binds of an inline one are numbered, since any expression may stand there. */
export interface ApexQuery {
    readonly line: number;
    readonly text: string;
    readonly isInline: boolean;
    /** Whether the text is known in full: false for a string that a variable goes into. */
    readonly isWhole: boolean;
}

class Silent extends ApexErrorListener {
    // Syntax is apex-ls's and Prettier's to report.
    apexSyntaxError(): void {}
}

class Queries extends ApexParserBaseListener {
    readonly found: ApexQuery[] = [];
    private binds: BoundExpressionContext[] = [];

    enterBoundExpression = (bound: BoundExpressionContext): void => {
        this.binds.push(bound);
    };

    exitSoqlLiteral = (literal: SoqlLiteralContext): void => {
        const query = literal.query();
        const input = query.start.getInputStream();
        let text = input?.getText(query.start.start, query.stop?.stop ?? query.start.stop) ?? '';
        // From the end, so that places found earlier stay right.
        for (const [index, bound] of this.binds.reverse().entries()) {
            const from = bound.start.start - query.start.start;
            const to = (bound.stop?.stop ?? bound.start.stop) + 1 - query.start.start;
            text = `${text.slice(0, from)}:bind${index} ${text.slice(to)}`;
        }
        this.binds = [];
        this.found.push({ line: query.start.line, text, isInline: true, isWhole: true });
    };
}

/** Every inline query of a class or trigger, and every string that begins as a query does. */
export function queriesIn(file: string): ApexQuery[] {
    const source = readFileSync(file, 'utf8');
    const { parser } = ApexParserFactory.createLexerAndParser(source, new Silent());
    const queries = new Queries();
    const unit = file.endsWith('.trigger') ? parser.triggerUnit() : parser.compilationUnit();
    ApexParseTreeWalker.DEFAULT.walk(queries, unit);
    return [...queries.found, ...stringsIn(source)];
}

function stringsIn(source: string): ApexQuery[] {
    const stream = ApexParserFactory.createTokenStream(source);
    stream.fill();
    const tokens = stream.tokens.filter(({ channel }) => channel === 0);
    const found: ApexQuery[] = [];
    for (let at = 0; at < tokens.length; at++) {
        const first = tokens[at];
        if (first?.type !== ApexLexer.StringLiteral || !/^'\s*select\s/i.test(first.text)) continue;
        let text = first.text.slice(1, -1);
        while (tokens[at + 1]?.type === ApexLexer.ADD) {
            const next = tokens[at + 2];
            if (next?.type !== ApexLexer.StringLiteral) break;
            text += next.text.slice(1, -1);
            at += 2;
        }
        const isWhole = tokens[at + 1]?.type !== ApexLexer.ADD;
        found.push({
            line: first.line,
            text: text.replace(/\\'/g, "'"),
            isInline: false,
            isWhole
        });
    }
    return found;
}
