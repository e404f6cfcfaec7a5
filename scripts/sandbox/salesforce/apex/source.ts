import type {
    BlockContext,
    ClassBodyDeclarationContext,
    ClassDeclarationContext,
    ExpressionContext,
    FormalParametersContext,
    MethodDeclarationContext,
    ModifierContext,
    PropertyDeclarationContext,
    TypeRefContext
} from '@apexdevtools/apex-parser';
import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import { PackageError, SandboxRefusal } from '../errors.ts';

export interface Variable {
    readonly name: string;
    /** Lower-case and without blanks, such as `list<task>`; Apex knows no case. */
    readonly type: string;
}

export interface FieldDefinition extends Variable {
    readonly isStatic: boolean;
    readonly auraEnabled: boolean;
    readonly initial: ExpressionContext | null;
}

/** A method, or a constructor, whose return type is `void`. */
export interface MethodDefinition {
    readonly name: string;
    readonly owner: ClassDefinition;
    readonly parameters: readonly Variable[];
    readonly returnType: string;
    readonly isStatic: boolean;
    readonly auraEnabled: boolean;
    readonly body: BlockContext | null;
}

/** A class of the package; members are keyed by their lower-case names. */
export interface ClassDefinition {
    readonly name: string;
    readonly file: string;
    readonly outer: ClassDefinition | null;
    readonly superType: string | null;
    readonly fields: Map<string, FieldDefinition>;
    readonly methods: Map<string, MethodDefinition[]>;
    readonly constructors: MethodDefinition[];
    readonly inner: Map<string, ClassDefinition>;
}

/** Keeps the first error of a parse. */
export class FirstError extends ApexErrorListener {
    found: string | null = null;

    apexSyntaxError(line: number, column: number, message: string): void {
        this.found ??= `${line}:${column} ${message}`;
    }
}

/** Reads the outline of a class; bodies are compiled when they are first run. */
export function readClass(file: string, source: string): ClassDefinition {
    const errors = new FirstError();
    const { parser } = ApexParserFactory.createLexerAndParser(source, errors);
    const unit = parser.compilationUnit();
    if (errors.found !== null) throw new PackageError(`${file}:${errors.found}`);
    const declaration = unit.typeDeclaration().classDeclaration();
    if (!declaration) throw new SandboxRefusal('an interface or enum', file);
    return classOf(declaration, file, null);
}

export function typeOf(type: TypeRefContext): string {
    return type.getText().toLowerCase();
}

function classOf(
    declaration: ClassDeclarationContext,
    file: string,
    outer: ClassDefinition | null
): ClassDefinition {
    const superType = declaration.typeRef();
    const result: ClassDefinition = {
        name: declaration.id().getText(),
        file,
        outer,
        superType: superType ? typeOf(superType) : null,
        fields: new Map(),
        methods: new Map(),
        constructors: [],
        inner: new Map()
    };
    for (const member of declaration.classBody().classBodyDeclaration_list()) {
        addMember(result, member);
    }
    return result;
}

function addMember(owner: ClassDefinition, declaration: ClassBodyDeclarationContext): void {
    const where = `${owner.file}:${declaration.start.line}`;
    const member = declaration.memberDeclaration();
    if (!member) throw new SandboxRefusal('an initialiser block', where);
    const modifiers = declaration.modifier_list().map((one: ModifierContext) => one.getText());
    const has = (word: string): boolean =>
        modifiers.some((modifier) => modifier.toLowerCase().startsWith(word));
    const traits = { isStatic: has('static'), auraEnabled: has('@auraenabled') };
    if (member.methodDeclaration()) {
        addMethod(owner, member.methodDeclaration(), traits);
    } else if (member.constructorDeclaration()) {
        const { name } = owner;
        const constructor = member.constructorDeclaration();
        const parameters = parametersOf(constructor.formalParameters());
        const body = constructor.block();
        owner.constructors.push({ name, owner, parameters, returnType: 'void', ...traits, body });
    } else if (member.fieldDeclaration()) {
        const type = typeOf(member.fieldDeclaration().typeRef());
        for (const one of member
            .fieldDeclaration()
            .variableDeclarators()
            .variableDeclarator_list()) {
            const name = one.id().getText();
            const initial = one.expression() ?? null;
            owner.fields.set(name.toLowerCase(), { name, type, ...traits, initial });
        }
    } else if (member.propertyDeclaration()) {
        const property = member.propertyDeclaration();
        refuseAccessors(property, where);
        const name = property.id().getText();
        const type = typeOf(property.typeRef());
        owner.fields.set(name.toLowerCase(), { name, type, ...traits, initial: null });
    } else if (member.classDeclaration()) {
        const inner = classOf(member.classDeclaration(), owner.file, owner);
        owner.inner.set(inner.name.toLowerCase(), inner);
    } else {
        throw new SandboxRefusal('an inner interface or enum', where);
    }
}

function addMethod(
    owner: ClassDefinition,
    method: MethodDeclarationContext,
    traits: { readonly isStatic: boolean; readonly auraEnabled: boolean }
): void {
    const name = method.id().getText();
    const key = name.toLowerCase();
    const type = method.typeRef();
    const overloads = owner.methods.get(key) ?? [];
    owner.methods.set(key, overloads);
    overloads.push({
        name,
        owner,
        parameters: parametersOf(method.formalParameters()),
        returnType: type ? typeOf(type) : 'void',
        ...traits,
        body: method.block() ?? null
    });
}

function parametersOf(parameters: FormalParametersContext): Variable[] {
    const list = parameters.formalParameterList()?.formalParameter_list() ?? [];
    return list.map((one) => ({ name: one.id().getText(), type: typeOf(one.typeRef()) }));
}

function refuseAccessors(property: PropertyDeclarationContext, where: string): void {
    for (const accessor of property.propertyBlock_list()) {
        if (accessor.getter()?.block() || accessor.setter()?.block()) {
            throw new SandboxRefusal(`the accessor of ${property.id().getText()}`, where);
        }
    }
}
