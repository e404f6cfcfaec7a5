import type { SandboxUser } from './access.ts';
import { runApex } from './apex/run.ts';
import type { Parameters } from './apex/run.ts';
import { ApexException } from './apex/values.ts';
import { PackageError } from './errors.ts';
import { bareOrg, openOrg } from './setup/open.ts';
import type { Row, Rows, SeedRows } from './store.ts';
import type { OrgTrait } from './traits/types.ts';
import type { Locale } from './uiApi/display.ts';
import { RequestFailure } from './uiApi/failure.ts';
import type { ObjectInfo } from './uiApi/getObjectInfo.ts';
import { getObjectInfo } from './uiApi/getObjectInfo.ts';
import type { FieldId, RecordRepresentation } from './uiApi/getRecord.ts';
import { getRecord } from './uiApi/getRecord.ts';
import type { RecordInput } from './uiApi/updateRecord.ts';
import { updateRecord } from './uiApi/updateRecord.ts';

/** One request of the browser. */
export interface Call {
    readonly kind: 'apex' | 'getObjectInfo' | 'getRecord' | 'updateRecord';
    /** `HandoffLeadContext.load`, the object's name, or the record's id. */
    readonly name: string;
}

export interface OrgOptions {
    /** The package's folder, such as `force-app`. */
    readonly forceApp: string;
    /** The org's clock: epoch milliseconds. */
    readonly now: () => number;
    /** In whose words display values are written; US English and UTC unless told. */
    readonly locale?: Locale;
    /** In which ways the org is like real ones; with them it has the rows of its setup, too. */
    readonly traits?: readonly OrgTrait[];
}

/**
 * A double of one org with this package deployed: rows in memory, queries and Apex from the package's
 * own source, and its triggers at `updateRecord`, before the save and after it. Seeding is no save by
 * anybody and runs none. Every request either answers as an org would, or throws RequestFailure as
 * an org would fail, or SandboxRefusal for what the sandbox does not do.
 */
export interface Org {
    seed(rows: SeedRows): void;
    rows(object: string): readonly Row[];
    apex(className: string, method: string, parameters: Parameters, user: SandboxUser): unknown;
    getRecord(
        recordId: string,
        fields: readonly FieldId[],
        optionalFields: readonly FieldId[],
        user: SandboxUser
    ): RecordRepresentation;
    /** Of an object's description, what this user may edit. */
    getObjectInfo(objectName: string, user: SandboxUser): ObjectInfo;
    updateRecord(input: RecordInput, user: SandboxUser): RecordRepresentation;
    /** Every row as plain JSON, to be given to `restore` later. */
    snapshot(): Rows;
    restore(rows: Rows): void;
    /** Looks at each request before it is answered; a failure that it returns is the answer. */
    intercept: ((call: Call) => RequestFailure | null) | null;
    /** The requests so far, oldest first. */
    readonly calls: Call[];
}

export function createOrg({ forceApp, now, locale, traits }: OrgOptions): Org {
    const { schema, program, store } =
        traits === undefined ? bareOrg(forceApp, now) : openOrg(forceApp, now, traits);
    const spoken = locale ?? { language: 'en-US', timeZone: 'UTC' };

    function received(kind: Call['kind'], name: string): void {
        const call = { kind, name };
        org.calls.push(call);
        const failure = org.intercept?.(call) ?? null;
        if (failure !== null) throw failure;
    }

    const org: Org = {
        intercept: null,
        calls: [],
        seed: store.seed,
        snapshot: store.dump,
        restore: store.load,
        rows(name) {
            const object = schema.get(name.toLowerCase());
            if (object === undefined) throw new PackageError(`there is no object ${name}`);
            return store.rowsOf(object);
        },
        apex(className, method, parameters, user) {
            received('apex', `${className}.${method}`);
            try {
                return runApex(className, method, parameters, { program, store, user, now });
            } catch (error) {
                throw error instanceof ApexException ? apexFailure(error) : error;
            }
        },
        getRecord(recordId, fields, optionalFields, user) {
            received('getRecord', recordId);
            return getRecord(recordId, fields, optionalFields, {
                schema,
                store,
                user,
                locale: spoken
            });
        },
        getObjectInfo(objectName, user) {
            received('getObjectInfo', objectName);
            return getObjectInfo(objectName, schema, user);
        },
        updateRecord(input, user) {
            received('updateRecord', String(input.fields.Id));
            return updateRecord(input, now(), {
                schema,
                store,
                program,
                user,
                locale: spoken
            });
        }
    };
    return org;
}

function apexFailure(exception: ApexException): RequestFailure {
    const { typeName, isUserDefined } = exception;
    return new RequestFailure(500, 'Server Error', {
        message: exception.message,
        exceptionType: isUserDefined ? typeName : `System.${typeName}`,
        isUserDefinedException: isUserDefined,
        stackTrace: exception.where ?? ''
    });
}
