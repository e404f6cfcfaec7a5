import type { LiteralContext, PrimaryContext } from '@apexdevtools/apex-parser';
import {
    IdPrimaryContext,
    LiteralPrimaryContext,
    SoqlPrimaryContext,
    ThisPrimaryContext,
    TypeRefPrimaryContext
} from '@apexdevtools/apex-parser';
import { SandboxRefusal } from '../errors.ts';
import { valueOfThis } from './exceptions.ts';
import type { Typed } from './expressions.ts';
import { placeOf } from './places.ts';
import type { Scope } from './program.ts';
import { classNamed } from './program.ts';
import { soqlLiteral } from './queries.ts';
import { queryType } from './queryTypes.ts';
import { typeOf } from './source.ts';
import { canonical } from './types.ts';
import { ClassToken } from './values.ts';
import { variable } from './variables.ts';

const ESCAPES: { readonly [letter: string]: string } = {
    n: '\n',
    r: '\r',
    t: '\t',
    b: '\b',
    f: '\f'
};

/** Compiles a literal, a variable, `this`, a type's token or an inline query. */
export function primary(node: PrimaryContext, scope: Scope): Typed {
    if (node instanceof LiteralPrimaryContext) {
        const value = literal(node.literal(), scope);
        return { type: literalType(node.literal()), evaluate: () => value };
    }
    if (node instanceof ThisPrimaryContext) {
        const type = scope.owner.fullName.toLowerCase();
        return { type, evaluate: (frame) => valueOfThis(frame.self) };
    }
    if (node instanceof SoqlPrimaryContext) {
        const evaluate = soqlLiteral(node.soqlLiteral(), scope);
        return { type: queryType(node.soqlLiteral()), evaluate };
    }
    if (node instanceof TypeRefPrimaryContext) {
        const type = canonical(typeOf(node.typeRef()), scope.owner, scope.program);
        const token = new ClassToken(classNamed(type, null, scope.program), type);
        return { type: 'type', evaluate: () => token };
    }
    if (node instanceof IdPrimaryContext) {
        const found = variable(node.id().getText(), scope);
        if (found !== null) return { type: found.type, evaluate: found.read };
    }
    throw new SandboxRefusal(`the name ${node.getText()}`, placeOf(node, scope));
}

function literalType(node: LiteralContext): string {
    if (node.NULL()) return 'null';
    if (node.BooleanLiteral()) return 'boolean';
    if (node.StringLiteral() || node.MultilineStringLiteral()) return 'string';
    if (node.IntegerLiteral()) return 'integer';
    if (node.LongLiteral()) return 'long';
    return /d$/i.test(node.getText()) ? 'double' : 'decimal';
}

function literal(node: LiteralContext, scope: Scope): unknown {
    const text = node.getText();
    if (node.NULL()) return null;
    if (node.BooleanLiteral()) return text.toLowerCase() === 'true';
    if (node.StringLiteral()) return stringLiteral(text);
    if (node.MultilineStringLiteral()) {
        throw new SandboxRefusal('a multiline string', placeOf(node, scope));
    }
    return Number(text.replace(/[ld]$/i, ''));
}

export function stringLiteral(text: string): string {
    return text
        .slice(1, -1)
        .replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code?: string, letter?: string) =>
            code ? String.fromCharCode(parseInt(code, 16)) : (ESCAPES[letter!] ?? letter!)
        );
}
