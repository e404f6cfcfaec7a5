import type { LiteralContext, PrimaryContext } from '@apexdevtools/apex-parser';
import {
    IdPrimaryContext,
    LiteralPrimaryContext,
    SoqlPrimaryContext,
    ThisPrimaryContext,
    TypeRefPrimaryContext
} from '@apexdevtools/apex-parser';
import { SandboxRefusal } from '../errors.ts';
import { placeOf } from './places.ts';
import type { Evaluate, Scope } from './program.ts';
import { resolveClass } from './program.ts';
import { soqlLiteral } from './queries.ts';
import { ClassToken } from './values.ts';
import { variable } from './variables.ts';

const ESCAPES: { readonly [letter: string]: string } = {
    n: '\n',
    r: '\r',
    t: '\t',
    b: '\b',
    f: '\f'
};

/** Compiles a literal, a variable, `this` or an inline query. */
export function primary(node: PrimaryContext, scope: Scope): Evaluate {
    if (node instanceof LiteralPrimaryContext) {
        const value = literal(node.literal(), scope);
        return () => value;
    }
    if (node instanceof ThisPrimaryContext) return (frame) => frame.self;
    if (node instanceof SoqlPrimaryContext) return soqlLiteral(node.soqlLiteral(), scope);
    if (node instanceof TypeRefPrimaryContext) {
        const definition = resolveClass(node.typeRef().getText(), scope);
        if (definition !== null) return () => new ClassToken(definition);
    }
    if (node instanceof IdPrimaryContext) {
        const found = variable(node.id().getText(), scope);
        if (found !== null) return found.read;
    }
    throw new SandboxRefusal(`the name ${node.getText()}`, placeOf(node, scope));
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

function stringLiteral(text: string): string {
    return text
        .slice(1, -1)
        .replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code?: string, letter?: string) =>
            code ? String.fromCharCode(parseInt(code, 16)) : (ESCAPES[letter!] ?? letter!)
        );
}
