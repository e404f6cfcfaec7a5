import type { SandboxUser } from '../access.ts';
import { PackageError, SandboxRefusal } from '../errors.ts';
import type { Store } from '../store.ts';
import { instantText } from '../values.ts';
import { CalendarDate, Timestamp, isDate } from '../values.ts';
import { invoke } from './invoke.ts';
import type { Program, Transaction } from './program.ts';
import { serialise } from './serialise.ts';
import type { Variable } from './source.ts';

/** Parameters as the browser sends them. */
export type Parameters = { readonly [name: string]: unknown };

/**
 * Runs a static @AuraEnabled method, as the browser calls it.
 *
 * @returns the value as it arrives in the browser
 * @throws ApexException that the code does not catch; PackageError; SandboxRefusal
 */
export function runApex(
    className: string,
    methodName: string,
    parameters: Parameters,
    environment: {
        readonly program: Program;
        readonly store: Store;
        readonly user: SandboxUser;
        readonly now: () => number;
    }
): unknown {
    const definition = environment.program.findClass(className);
    const methods = definition?.methods.get(methodName.toLowerCase()) ?? [];
    const [method] = methods.filter((one) => one.isStatic && one.auraEnabled);
    if (method === undefined) {
        throw new PackageError(`there is no static @AuraEnabled method ${className}.${methodName}`);
    }
    for (const name of Object.keys(parameters)) {
        if (!method.parameters.some((parameter) => parameter.name === name)) {
            throw new PackageError(`${className}.${methodName} has no parameter ${name}`);
        }
    }
    const args = method.parameters.map((one) => argument(one, parameters[one.name] ?? null));
    const transaction: Transaction = { ...environment, statics: new Map(), queries: 0, depth: 0 };
    return serialise(invoke(method, null, args, transaction));
}

function argument({ name, type }: Variable, value: unknown): unknown {
    const fail = (): never => {
        throw new PackageError(`the parameter ${name} is no ${type}: ${JSON.stringify(value)}`);
    };
    if (value === null) return null;
    switch (type) {
        case 'id':
        case 'string':
            return typeof value === 'string' ? value : fail();
        case 'boolean':
            return typeof value === 'boolean' ? value : fail();
        case 'integer':
            return Number.isInteger(value) ? value : fail();
        case 'date':
            return typeof value === 'string' && isDate(value) ? new CalendarDate(value) : fail();
        case 'datetime': {
            const text = typeof value === 'string' ? instantText(value) : null;
            return text === null ? fail() : new Timestamp(Date.parse(text));
        }
        default:
            throw new SandboxRefusal(`a parameter of type ${type}`);
    }
}
