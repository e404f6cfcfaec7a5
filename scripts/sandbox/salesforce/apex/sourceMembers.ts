import type {
    ClassBodyDeclarationContext,
    MemberDeclarationContext,
    PropertyDeclarationContext
} from '@apexdevtools/apex-parser';
import { SandboxRefusal } from '../errors.ts';
import type { ClassDefinition, FieldDefinition, Modifiers } from './source.ts';
import { addOverload, parametersOf, readModifiers, typeDefinition, typeOf } from './source.ts';

/** Adds what one declaration in the body of a class declares. */
export function addMember(owner: ClassDefinition, declaration: ClassBodyDeclarationContext): void {
    const member = declaration.memberDeclaration();
    if (declaration.block()) {
        const isStatic = Boolean(declaration.STATIC());
        owner.initialisers.push({ isStatic, block: declaration.block() });
        return;
    }
    if (!member) return;
    const modifiers = readModifiers(declaration.modifier_list());
    if (member.classDeclaration() || member.interfaceDeclaration() || member.enumDeclaration()) {
        const inner = typeDefinition(member, declaration, owner.file, owner);
        owner.inner.set(inner.name.toLowerCase(), inner);
    } else if (member.propertyDeclaration()) {
        addProperty(owner, member.propertyDeclaration(), modifiers);
    } else if (member.fieldDeclaration()) {
        addFields(owner, member, modifiers);
    } else if (member.methodDeclaration() || member.constructorDeclaration()) {
        addMethod(owner, member, modifiers);
    } else {
        throw new SandboxRefusal('a member of this kind', `${owner.file}:${member.start.line}`);
    }
}

function addMethod(
    owner: ClassDefinition,
    member: MemberDeclarationContext,
    { words, annotations }: Modifiers
): void {
    const method = member.methodDeclaration();
    const declared = method ?? member.constructorDeclaration();
    const type = method?.typeRef();
    const definition = {
        name: method ? method.id().getText() : owner.name,
        owner,
        parameters: parametersOf(declared.formalParameters()),
        returnType: type ? typeOf(type) : 'void',
        isStatic: words.has('static'),
        auraEnabled: annotations.has('auraenabled'),
        annotations,
        body: declared.block() ?? null,
        line: member.start.line
    };
    if (method) addOverload(owner, definition);
    else owner.constructors.push(definition);
}

function addFields(
    owner: ClassDefinition,
    member: MemberDeclarationContext,
    modifiers: Modifiers
): void {
    const declaration = member.fieldDeclaration();
    const type = typeOf(declaration.typeRef());
    for (const one of declaration.variableDeclarators().variableDeclarator_list()) {
        addField(owner, {
            name: one.id().getText(),
            type,
            owner,
            ...traitsOf(modifiers),
            isProperty: false,
            initial: one.expression() ?? null,
            getter: null,
            setter: null,
            line: one.start.line
        });
    }
}

function addProperty(
    owner: ClassDefinition,
    property: PropertyDeclarationContext,
    modifiers: Modifiers
): void {
    const accessors = property.propertyBlock_list();
    addField(owner, {
        name: property.id().getText(),
        type: typeOf(property.typeRef()),
        owner,
        ...traitsOf(modifiers),
        isProperty: true,
        initial: null,
        getter: accessors.map((one) => one.getter()?.block()).find(Boolean) ?? null,
        setter: accessors.map((one) => one.setter()?.block()).find(Boolean) ?? null,
        line: property.start.line
    });
}

function traitsOf({ words, annotations }: Modifiers) {
    return {
        isStatic: words.has('static'),
        auraEnabled: annotations.has('auraenabled'),
        isTransient: words.has('transient')
    };
}

function addField(owner: ClassDefinition, field: FieldDefinition): void {
    owner.fields.set(field.name.toLowerCase(), field);
    owner.initialisers.push({ isStatic: field.isStatic, field });
}
