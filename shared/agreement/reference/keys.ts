/** Every key that agreement.yaml may have, read from its schema. */
import * as v from 'valibot';
import { agreementSchema } from '../schema.ts';
import type { Reference } from '../shape.ts';

/** One key of the agreement. */
export interface AgreementKey {
    /** Such as `windows[].ladder[].at`; `<name>` stands for a name that the author chooses. */
    readonly path: string;
    /** What it takes, in words. */
    readonly takes: string;
    /** `form`: a part that comes in several forms needs it in some of them. */
    readonly isRequired: boolean | 'form';
}

/** Keys that stand together: those of the file itself, or those of one of its recurring parts. */
export interface KeySection {
    /** Such as `score rule`; null: the file itself. */
    readonly name: string | null;
    readonly keys: readonly AgreementKey[];
}

type Schema = v.GenericSchema;
/** What the schemas of shape.ts are made of. */
interface Parts {
    readonly type: string;
    readonly pipe?: readonly (Parts & { readonly kind: string })[];
    readonly entries?: { readonly [key: string]: Schema };
    readonly item?: Schema;
    readonly value?: Schema;
    readonly wrapped?: Schema;
    readonly options?: readonly string[];
    readonly getter?: (input: unknown) => Schema;
}

/** Inputs that bring out each form of a schema that depends on its input. */
const FORMS: readonly unknown[] = [
    {},
    { any: [] },
    { all: [] },
    { signal: '' },
    { kind: 'response' },
    { note: '' },
    { fact: '' }
];

/** All keys in the order of the schema, each once. */
export function agreementKeys(): KeySection[] {
    const waiting = new Map<string | null, Schema>([[null, agreementSchema]]);
    const sections: KeySection[] = [];
    // A Map takes in what is added while it is walked.
    for (const [name, schema] of waiting) {
        const keys = new Map<string, AgreementKey>();
        collect(schema, '', keys, waiting);
        sections.push({ name, keys: [...keys.values()] });
    }
    return sections;
}

function collect(
    schema: Schema,
    path: string,
    keys: Map<string, AgreementKey>,
    waiting: Map<string | null, Schema>
): void {
    const forms = formsOf(schema);
    const withKeys = forms.flatMap(({ entries }) => (entries ? [entries] : []));
    for (const [key, entry] of withKeys.flatMap((entries) => Object.entries(entries))) {
        const name = path === '' ? key : `${path}.${key}`;
        if (keys.has(name)) continue;
        const needed = withKeys.map((entries) => isRequired(entries[key]));
        const always = needed.every((one) => one === needed[0]);
        keys.set(name, {
            path: name,
            takes: takesOf(entry),
            isRequired: always ? needed.includes(true) : 'form'
        });
        enter(entry, name, keys, waiting);
    }
    for (const { item, value } of forms) {
        if (item) enter(item, `${path}[]`, keys, waiting);
        if (value) enter(value, `${path}.<name>`, keys, waiting);
    }
}

const isRequired = (schema: Schema | undefined): boolean =>
    schema !== undefined && !v.safeParse(schema, undefined).success;

/** Goes on inside, or leaves it to a section of its own. */
function enter(
    schema: Schema,
    path: string,
    keys: Map<string, AgreementKey>,
    waiting: Map<string | null, Schema>
): void {
    const name = sectionOf(schema);
    if (name === null) collect(schema, path, keys, waiting);
    else if (!waiting.has(name)) waiting.set(name, schema);
}

/** The forms that a schema may take, without what is wrapped around them. */
function formsOf(schema: Schema): Parts[] {
    const { pipe, wrapped, getter, ...parts } = partsOf(schema);
    const inner = (pipe ?? []).filter(({ kind }) => kind === 'schema');
    if (inner.length > 0) return inner.flatMap((one) => formsOf(one as unknown as Schema));
    if (wrapped) return formsOf(wrapped);
    if (getter) return FORMS.flatMap((form) => formsOf(getter(form)));
    return [parts];
}

function takesOf(schema: Schema): string {
    const { wrapped } = partsOf(schema);
    if (wrapped) return takesOf(wrapped);
    const { takes, section } = v.getMetadata(schema) as Reference;
    if (section !== undefined) return `see [${section}](#${section.replace(' ', '-')})`;
    if (takes !== undefined) return takes;
    const form = formsOf(schema).find(({ type }) => type !== 'custom');
    if (form?.item) return `a list: ${takesOf(form.item)}`;
    if (form?.value) return `a map of names: ${takesOf(form.value)}`;
    if (form?.entries) return 'a map';
    if (form?.type === 'picklist') return `one of ${(form.options ?? []).join(', ')}`;
    return form?.type === 'string' ? 'text' : 'text, a number, true or false';
}

function sectionOf(schema: Schema): string | null {
    const { wrapped } = partsOf(schema);
    if (wrapped) return sectionOf(wrapped);
    return (v.getMetadata(schema) as Reference).section ?? null;
}

const partsOf = (schema: Schema): Parts => schema;
