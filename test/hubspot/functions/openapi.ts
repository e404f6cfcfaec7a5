/** HubSpot's own OpenAPI description of its APIs, where it is at hand: its licence lets nobody commit it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Recorded } from '../../../scripts/sandbox/hubspot/traffic.ts';

export const FOLDER =
    process.env['HANDOFF_HUBSPOT_OPENAPI'] ?? path.resolve('../shared/reference/hubspot-openapi');

type Json = { readonly [key: string]: unknown };

interface Parameter {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: Json;
}
interface Operation {
    readonly file: string;
    readonly method: string;
    readonly template: string;
    readonly parameters: readonly Parameter[];
    readonly hasBody: boolean;
    readonly responses: { readonly [status: string]: { readonly content?: Json } };
}
interface Description {
    readonly paths: { readonly [template: string]: { readonly [method: string]: Json } };
}

export interface Contract {
    /** What is wrong with a call and with its answer; empty: nothing. */
    mistakesOf(call: Recorded): readonly string[];
}

/** Reads the descriptions; null when there are none. */
export function readContract(): Contract | null {
    if (!existsSync(FOLDER)) return null;
    const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
    (addFormats as unknown as (ajv: Ajv) => void)(ajv);
    const operations: Operation[] = [];
    for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.json'))) {
        const text = readFileSync(path.join(FOLDER, file), 'utf8');
        const description = JSON.parse(text) as Partial<Description>;
        if (description.paths === undefined) continue;
        ajv.addSchema(closed(description) as Json, file);
        for (const [template, methods] of Object.entries(description.paths)) {
            for (const [method, operation] of Object.entries(methods)) {
                operations.push({
                    file,
                    method: method.toUpperCase(),
                    template,
                    parameters: (operation['parameters'] ?? []) as Parameter[],
                    hasBody: operation['requestBody'] !== undefined,
                    responses: operation['responses'] as Operation['responses']
                });
            }
        }
    }

    function mistakes(value: unknown, pointer: string, what: string): string[] {
        const validate = ajv.compile({ $ref: pointer });
        if (validate(value)) return [];
        return (validate.errors ?? []).map(({ instancePath, message = '', params }) =>
            [what, instancePath.replace(/\d+/g, 'n'), message, JSON.stringify(params)].join(' ')
        );
    }

    function mistakesOf({ method, path: called, query, body, answer, status }: Recorded): string[] {
        const operation = operationFor(operations, method, called);
        if (operation === null) return ['is not in the description'];
        const { file, template, parameters, hasBody, responses } = operation;
        const place = `${file}#/paths/${escaped(template)}/${method.toLowerCase()}`;
        const json = 'content/application~1json/schema';
        const found = queryMistakes(parameters, query);
        if (hasBody) found.push(...mistakes(body, `${place}/requestBody/${json}`, 'sends'));
        else if (body !== null) found.push('sends a body');
        const one = String(status) in responses ? String(status) : 'default';
        const content = responses[one]?.content;
        if (content !== undefined && 'application/json' in content) {
            found.push(...mistakes(answer, `${place}/responses/${one}/${json}`, 'is answered'));
        } else if (status !== null && status >= 400) {
            const { status: _word, ...error } = answer as { status?: string };
            // HubSpot's refusals say `"status": "error"`, which the description leaves out.
            found.push(...mistakes(error, `${file}#/components/schemas/Error`, 'is refused'));
        }
        return found;
    }
    return { mistakesOf };
}

/** The operation whose path has the most literal parts; of several files, the one of that object. */
function operationFor(all: readonly Operation[], method: string, called: string): Operation | null {
    const kind = /^\/crm\/objects\/[^/]+\/([^/]+)/.exec(called)?.[1];
    const own = (file: string): number =>
        file === `${kind}.json` ? 2 : file === 'objects.json' ? 1 : 0;
    const fits = all
        .filter((one) => one.method === method && pattern(one.template).test(called))
        .sort((a, b) => variables(a) - variables(b) || own(b.file) - own(a.file));
    return fits[0] ?? null;
}

function pattern(template: string): RegExp {
    return new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`);
}

function variables({ template }: Operation): number {
    return template.split('{').length;
}

function queryMistakes(parameters: readonly Parameter[], query: URLSearchParams): string[] {
    const known = parameters.filter((one) => one.in === 'query');
    const strange = [...query.keys()].filter((name) => !known.some((one) => one.name === name));
    const missing = known.filter(({ name, required }) => required && !query.has(name));
    const numbers = known.filter(
        ({ name, schema }) => schema['type'] === 'integer' && !/^\d+$/.test(query.get(name) ?? '0')
    );
    return [
        ...strange.map((name) => `asks for the unknown ${name}`),
        ...missing.map(({ name }) => `lacks ${name}`),
        ...numbers.map(({ name }) => `${name} is no number`)
    ];
}

/** The same description, in which an object has no properties but those that are named. */
function closed(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(closed);
    if (typeof value !== 'object' || value === null) return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, closed(one)]));
    const isObject = copy['type'] === 'object' && typeof copy['properties'] === 'object';
    return isObject && !('additionalProperties' in copy)
        ? { ...copy, additionalProperties: false }
        : copy;
}

function escaped(template: string): string {
    return template
        .replaceAll('~', '~0')
        .replaceAll('/', '~1')
        .replaceAll('{', '%7B')
        .replaceAll('}', '%7D');
}
