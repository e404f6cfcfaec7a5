import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import ts from 'typescript';
import { projectPath, type Finding } from './package.ts';

type Content = string | { readonly [tag: string]: Content | Content[] };

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const TYPES = path.join(
    path.dirname(createRequire(import.meta.url).resolve('@salesforce/types/metadata')),
    'metadata.d.ts'
);
const MOST_NAMED = 8;

const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false });

/** Elements that source files write otherwise than the WSDL, each with a reason. */
const OTHERWISE: { readonly [place: string]: string } = {
    'LightningComponentBundle.targetConfigs': 'base64 in the WSDL, XML in a source file',
    'CustomField.referenceTo': 'one object in a source file, a list in the WSDL'
};

/** Says whether metadata files have the shape of the Metadata API, whose WSDL comes as TypeScript. */
export function metadataChecker(): (file: string) => Finding[] {
    const program = ts.createProgram([TYPES], {
        strict: true,
        lib: ['lib.es2020.d.ts'],
        types: []
    });
    const checker = program.getTypeChecker();
    const source = program.getSourceFile(TYPES);
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`no types in ${TYPES}`);
    const exported = new Map(checker.getExportsOfModule(module).map((one) => [one.name, one]));

    return (file) => {
        const xml = readFileSync(file, 'utf8');
        const valid = XMLValidator.validate(xml);
        const say = (message: string): Finding => ({ file: projectPath(file), message });
        if (valid !== true) return [say(`line ${valid.err.line}: ${valid.err.msg}`)];
        const document = parser.parse(xml) as { [tag: string]: Content };
        const [root, content] = Object.entries(document).find(([tag]) => tag !== '?xml') ?? [];
        const symbol = exported.get(root ?? '');
        if (root === undefined || content === undefined || symbol === undefined) {
            return [say(`no metadata type ${root}`)];
        }
        const type = checker.getDeclaredTypeOfSymbol(symbol);
        return [
            ...(xml.includes(NAMESPACE) ? [] : [`<${root}> lacks ${NAMESPACE}`]),
            ...wrongName(file, content),
            ...faults(content, type, root, checker)
        ].map(say);
    };
}

function wrongName(file: string, content: Content): string[] {
    const name = typeof content === 'string' ? undefined : content['fullName'];
    const expected = path.basename(file).split('.')[0];
    if (typeof name !== 'string' || name === expected) return [];
    return [`<fullName> ${name} differs from the file's name`];
}

function faults(value: Content, declared: ts.Type, at: string, checker: ts.TypeChecker): string[] {
    const type = checker.getNonNullableType(declared);
    const kinds = type.isUnion() ? type.types : [type];
    const all = (flag: ts.TypeFlags): boolean => kinds.every((kind) => (kind.flags & flag) !== 0);
    const text = typeof value === 'string' ? value : null;
    if (all(ts.TypeFlags.BooleanLike)) {
        return /^(true|false)$/.test(text ?? '') ? [] : [`${at}: "${text}" is no boolean`];
    }
    if (all(ts.TypeFlags.NumberLike)) {
        return /^-?\d+(\.\d+)?$/.test(text ?? '') ? [] : [`${at}: "${text}" is no number`];
    }
    if (all(ts.TypeFlags.StringLiteral)) {
        const allowed = kinds.map((kind) => (kind as ts.StringLiteralType).value);
        if (text !== null && allowed.includes(text)) return [];
        const more = allowed.length > MOST_NAMED ? ', …' : '';
        return [`${at}: "${text}" is none of ${allowed.slice(0, MOST_NAMED).join(', ')}${more}`];
    }
    if (all(ts.TypeFlags.StringLike)) return text === null ? [`${at}: elements for a text`] : [];
    if (all(ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return [];
    if (typeof value === 'string') return value === '' ? [] : [`${at}: a text for elements`];
    return elementFaults(value, type, at, checker);
}

function elementFaults(
    value: Exclude<Content, string>,
    type: ts.Type,
    at: string,
    checker: ts.TypeChecker
): string[] {
    const properties = new Map(checker.getPropertiesOfType(type).map((one) => [one.name, one]));
    const found: string[] = [];
    for (const [tag, content] of Object.entries(value)) {
        const place = `${at}.${tag}`;
        const property = properties.get(tag);
        const values = [content].flat();
        if (property === undefined) {
            found.push(`${at}: no element <${tag}>`);
        } else if (!(place in OTHERWISE)) {
            const declared = checker.getNonNullableType(checker.getTypeOfSymbol(property));
            const isList = checker.isArrayType(declared);
            if (!isList && values.length > 1) found.push(`${place}: ${values.length} times`);
            const each = isList
                ? checker.getTypeArguments(declared as ts.TypeReference)[0]
                : declared;
            if (each) found.push(...values.flatMap((one) => faults(one, each, place, checker)));
        }
    }
    for (const [name, property] of properties) {
        const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
        // The file's name says it; and a list may be empty.
        if (isOptional || name in value || name === 'fullName') continue;
        if (!checker.isArrayType(checker.getTypeOfSymbol(property))) {
            found.push(`${at}: <${name}> is missing`);
        }
    }
    return found;
}
