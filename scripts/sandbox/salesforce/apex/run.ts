import { PackageError, SandboxRefusal } from '../errors.ts';
import { CalendarDate, Timestamp, instantText, isDate } from '../values.ts';
import { callMethod } from './calls.ts';
import { initialise } from './classes.ts';
import { invoke, methodFor } from './invoke.ts';
import { runQueuedJobs } from './runJobs.ts';
import { serialise } from './serialise.ts';
import type { Variable } from './source.ts';
import type { Environment } from './transactions.ts';
import { newTransaction, rootFrame } from './transactions.ts';
import type { TriggerDefinition, TriggerRows } from './triggers.ts';
import { runTrigger } from './triggers.ts';

export type { Environment } from './transactions.ts';
export { newTransaction } from './transactions.ts';

/** Calls within one transaction, as a trigger's or a job's are: static variables last for all of them. */
export interface ApexTransaction {
    /** A static method, by the names of its class and itself; arguments and result are Apex's own values. */
    callStatic(className: string, methodName: string, ...args: readonly unknown[]): unknown;
    /** A method of an object that such a call gave. */
    callOn(self: unknown, methodName: string, ...args: readonly unknown[]): unknown;
    /** Runs a trigger of the package, if it is one for this event; in a before trigger it may change the rows. */
    runTrigger(trigger: TriggerDefinition, given: TriggerRows): void;
    /** How many queries ran so far. */
    queries(): number;
}

/** Opens a transaction in which any static method may be called, as the platform calls a trigger's handler. */
export function openTransaction(environment: Environment): ApexTransaction {
    const transaction = newTransaction(environment);
    return {
        callStatic(className, methodName, ...args) {
            const definition = environment.program.findClass(className);
            const types = args.map(() => null);
            const method =
                definition && methodFor(definition, methodName, types, environment.program);
            if (!method?.isStatic) {
                throw new PackageError(`there is no static method ${className}.${methodName}`);
            }
            initialise(method.owner, transaction);
            return invoke(method, null, args, transaction);
        },
        callOn: (self, methodName, ...args) =>
            callMethod(self, methodName, args, rootFrame(transaction)),
        runTrigger: (trigger, given) => runTrigger(trigger, given, transaction),
        queries: () => transaction.limits.usedOf('queries')
    };
}

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
    environment: Environment
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
    const transaction = newTransaction(environment);
    initialise(method.owner, transaction);
    const result = serialise(invoke(method, null, args, transaction));
    runQueuedJobs(transaction);
    return result;
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
        case 'list<string>':
            return isTexts(value) ? [...value] : fail();
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

function isTexts(value: unknown): value is readonly string[] {
    return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
