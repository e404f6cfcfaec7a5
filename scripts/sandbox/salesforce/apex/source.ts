import type {
    BlockContext,
    ClassDeclarationContext,
    EnumDeclarationContext,
    ExpressionContext,
    FormalParametersContext,
    InterfaceDeclarationContext,
    ModifierContext,
    TypeRefContext
} from '@apexdevtools/apex-parser';
import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import { PackageError } from '../errors.ts';
import { addMember } from './sourceMembers.ts';

export interface Variable {
    readonly name: string;
    /** Lower-case and without blanks, such as `list<task>`: Apex is case-insensitive. */
    readonly type: string;
}

/** A field, or a property; an accessor without a body of its own has none here. */
export interface FieldDefinition extends Variable {
    readonly owner: ClassDefinition;
    readonly isStatic: boolean;
    readonly auraEnabled: boolean;
    readonly isTransient: boolean;
    /** Whether it is declared with accessors, if only as `{ get; set; }`. */
    readonly isProperty: boolean;
    readonly initial: ExpressionContext | null;
    readonly getter: BlockContext | null;
    readonly setter: BlockContext | null;
    /** Where it is declared. */
    readonly line: number;
}

/** A method, or a constructor, whose return type is `void`. */
export interface MethodDefinition {
    readonly name: string;
    readonly owner: ClassDefinition;
    readonly parameters: readonly Variable[];
    readonly returnType: string;
    readonly isStatic: boolean;
    readonly auraEnabled: boolean;
    /**
     * Lower-case names without the at sign and without parameters; `testmethod` stands for `istest`, and
     * `seealldata` is one of its own.
     */
    readonly annotations: ReadonlySet<string>;
    readonly body: BlockContext | null;
    readonly line: number;
}

/** What runs when a class is first touched (static), or when an instance is made. */
export type Initialiser =
    | { readonly isStatic: boolean; readonly field: FieldDefinition; readonly block?: undefined }
    | { readonly isStatic: boolean; readonly block: BlockContext; readonly field?: undefined };

export type Sharing = 'with' | 'without' | 'inherited';

/** A class, interface or enum of the package; members are keyed by their lower-case names. */
export interface ClassDefinition {
    readonly name: string;
    /** With the classes around it: `Outer.Inner`. */
    readonly fullName: string;
    readonly file: string;
    readonly kind: 'class' | 'interface' | 'enum';
    readonly outer: ClassDefinition | null;
    readonly superType: string | null;
    readonly interfaces: readonly string[];
    readonly isAbstract: boolean;
    readonly isTest: boolean;
    /** Whether its tests see the org's records. */
    readonly seesAllData: boolean;
    readonly sharing: Sharing | null;
    readonly fields: Map<string, FieldDefinition>;
    readonly methods: Map<string, MethodDefinition[]>;
    readonly constructors: MethodDefinition[];
    readonly inner: Map<string, ClassDefinition>;
    /** In the order of the source. */
    readonly initialisers: Initialiser[];
    /** Of an enum, as written. */
    readonly constants: readonly string[];
}

/** Keeps the first error of a parse. */
export class FirstError extends ApexErrorListener {
    found: string | null = null;

    apexSyntaxError(line: number, column: number, message: string): void {
        this.found ??= `${line}:${column} ${message}`;
    }
}

/** Parsed classes by file and source: orgs that hold the same package share them. */
const parsed = new Map<string, ClassDefinition>();

/** Reads the outline of a class; bodies are compiled when they are first run. */
export function readClass(file: string, source: string): ClassDefinition {
    const key = `${file}\n${source}`;
    const known = parsed.get(key);
    if (known !== undefined) return known;
    const errors = new FirstError();
    const { parser } = ApexParserFactory.createLexerAndParser(source, errors);
    const unit = parser.compilationUnit();
    if (errors.found !== null) throw new PackageError(`${file}:${errors.found}`);
    const read = typeDefinition(unit.typeDeclaration(), unit.typeDeclaration(), file, null);
    parsed.set(key, read);
    return read;
}

export function typeOf(type: TypeRefContext): string {
    return type.getText().toLowerCase();
}

interface Declarations {
    classDeclaration(): ClassDeclarationContext;
    interfaceDeclaration(): InterfaceDeclarationContext;
    enumDeclaration(): EnumDeclarationContext;
}

/** The class, interface or enum that is declared here. */
export function typeDefinition(
    declared: Declarations,
    around: { modifier_list(): ModifierContext[] },
    file: string,
    outer: ClassDefinition | null
): ClassDefinition {
    const modifiers = readModifiers(around.modifier_list());
    if (declared.enumDeclaration()) {
        const name = declared.enumDeclaration().id().getText();
        const ids = declared.enumDeclaration().enumConstants()?.id_list() ?? [];
        const constants = ids.map((id) => id.getText());
        return { ...emptyClass(name, file, outer), kind: 'enum', constants };
    }
    if (declared.interfaceDeclaration()) {
        const declaration = declared.interfaceDeclaration();
        const extended = declaration.typeList()?.typeRef_list().map(typeOf) ?? [];
        const result: ClassDefinition = {
            ...emptyClass(declaration.id().getText(), file, outer),
            kind: 'interface',
            interfaces: extended
        };
        for (const method of declaration.interfaceBody().interfaceMethodDeclaration_list()) {
            const name = method.id().getText();
            const type = method.typeRef();
            addOverload(result, {
                name,
                owner: result,
                parameters: parametersOf(method.formalParameters()),
                returnType: type ? typeOf(type) : 'void',
                isStatic: false,
                auraEnabled: false,
                annotations: new Set(),
                body: null,
                line: method.start.line
            });
        }
        return result;
    }
    const declaration = declared.classDeclaration();
    const superType = declaration.typeRef();
    const result: ClassDefinition = {
        ...emptyClass(declaration.id().getText(), file, outer),
        superType: superType ? typeOf(superType) : null,
        interfaces: declaration.typeList()?.typeRef_list().map(typeOf) ?? [],
        isAbstract: modifiers.words.has('abstract'),
        isTest: modifiers.annotations.has('istest') || outer?.isTest === true,
        seesAllData: modifiers.annotations.has('seealldata'),
        sharing: sharingOf(modifiers.words)
    };
    for (const member of declaration.classBody().classBodyDeclaration_list()) {
        addMember(result, member);
    }
    return result;
}

function sharingOf(words: ReadonlySet<string>): Sharing | null {
    if (words.has('withoutsharing')) return 'without';
    if (words.has('inheritedsharing')) return 'inherited';
    return words.has('withsharing') ? 'with' : null;
}

export interface Modifiers {
    /** Such as `static`, `withsharing`. */
    readonly words: ReadonlySet<string>;
    readonly annotations: ReadonlySet<string>;
}

export function readModifiers(list: readonly ModifierContext[]): Modifiers {
    const words = new Set<string>();
    const annotations = new Set<string>();
    for (const modifier of list) {
        const text = modifier.getText().toLowerCase();
        if (text === 'testmethod') annotations.add('istest');
        if (/seealldata=true/.test(text)) annotations.add('seealldata');
        const annotation = modifier.annotation();
        if (annotation) annotations.add(annotation.id().getText().toLowerCase());
        else words.add(text);
    }
    return { words, annotations };
}

/** A class without members, such as a trigger is to the code in it. */
export function emptyClass(
    name: string,
    file: string,
    outer: ClassDefinition | null = null
): ClassDefinition {
    return {
        name,
        fullName: outer === null ? name : `${outer.fullName}.${name}`,
        file,
        kind: 'class',
        outer,
        superType: null,
        interfaces: [],
        isAbstract: false,
        isTest: outer?.isTest === true,
        seesAllData: false,
        sharing: null,
        fields: new Map(),
        methods: new Map(),
        constructors: [],
        inner: new Map(),
        initialisers: [],
        constants: []
    };
}

export function addOverload(owner: ClassDefinition, method: MethodDefinition): void {
    const key = method.name.toLowerCase();
    const overloads = owner.methods.get(key) ?? [];
    owner.methods.set(key, overloads);
    overloads.push(method);
}

export function parametersOf(parameters: FormalParametersContext): Variable[] {
    const list = parameters.formalParameterList()?.formalParameter_list() ?? [];
    return list.map((one) => ({ name: one.id().getText(), type: typeOf(one.typeRef()) }));
}
