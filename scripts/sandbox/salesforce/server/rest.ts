/** The REST API: who is there, versions, queries, records, Apex and deployments. */
import { createVerify } from 'node:crypto';
import { unzipped } from '../../../cli/salesforce/package.ts';
import { QueryError, SandboxRefusal } from '../errors.ts';
import { makeId } from '../ids.ts';
import type { Field } from '../fields.ts';
import { executeAnonymous } from './apex.ts';
import type { Deployments } from './deployments.ts';
import type { OrgMetadata } from './metadata.ts';
import type { Rows } from './rows.ts';
import { ADMIN_ID, ADMIN_NAME } from './setup.ts';
import { mirrorTooling } from './tooling.ts';

export interface Reply {
    readonly status: number;
    readonly json: unknown;
}
export interface RestWorld {
    readonly rows: Rows;
    readonly metadata: OrgMetadata;
    readonly deployments: Deployments;
    readonly token: string;
    readonly publicKey?: string;
    readonly apiVersion?: string;
    readonly kind?: 'production' | 'sandbox' | 'developer';
    /** The standard fields of an object whose history is kept. */
    readonly tracked: (object: string) => readonly string[];
    readonly url: () => string;
}
export interface Asked {
    readonly method: string;
    readonly url: URL;
    readonly authorization: string;
    readonly body: Buffer;
}

const VERSION = '68.0';
/** Records on one page of a query. */
const PAGE = 2000;

type Answer = (world: RestWorld, asked: Asked, found: RegExpExecArray) => Reply | Promise<Reply>;

const OPEN: readonly (readonly [RegExp, Answer])[] = [
    [/^POST \/services\/oauth2\/token$/, token],
    [
        /^GET \/services\/data\/?$/,
        ({ apiVersion = VERSION }) =>
            ok([{ label: 'Now', url: `/services/data/v${apiVersion}`, version: apiVersion }])
    ]
];
const DATA = '\\/services\\/data\\/v[\\d.]+';
const ROUTES: readonly (readonly [RegExp, Answer])[] = [
    [
        /^GET \/services\/oauth2\/userinfo$/,
        () =>
            ok({
                user_id: ADMIN_ID,
                organization_id: makeId('00D', 1),
                preferred_username: ADMIN_NAME
            })
    ],
    [new RegExp(`^GET ${DATA}(?:\\/tooling)?\\/query\\/?$`), query],
    [new RegExp(`^GET ${DATA}(?:\\/tooling)?\\/query\\/(\\w+)-(\\d+)$`), nextPage],
    [
        new RegExp(`^GET ${DATA}\\/sobjects\\/?$`),
        ({ rows, metadata }) => {
            const names = rows.objects((name) => has(metadata, name));
            return ok({ sobjects: names.map((name) => ({ name })) });
        }
    ],
    [
        new RegExp(`^GET ${DATA}\\/sobjects\\/(\\w+)\\/describe$`),
        ({ rows, metadata }, _asked, [, object = '']) => {
            const fields = rows.fields(object, (name) => has(metadata, name));
            return fields === null
                ? refused(404, 'NOT_FOUND', 'The requested resource does not exist')
                : ok({ name: object, fields: fields.map(describe) });
        }
    ],
    [
        new RegExp(`^GET ${DATA}\\/tooling\\/executeAnonymous\\/?$`),
        ({ rows, metadata }, { url }) =>
            ok(executeAnonymous(url.searchParams.get('anonymousBody') ?? '', rows, metadata))
    ],
    [new RegExp(`^POST ${DATA}\\/metadata\\/deployRequest$`), deploy],
    [
        new RegExp(`^GET ${DATA}\\/metadata\\/deployRequest\\/(\\w+)$`),
        async ({ deployments }, _asked, [, id = '']) => {
            const deployResult = await deployments.look(id);
            return deployResult === null
                ? refused(404, 'NOT_FOUND', 'The requested resource does not exist')
                : ok({ id, deployResult });
        }
    ],
    [new RegExp(`^POST ${DATA}\\/composite\\/sobjects$`), createRecords],
    [new RegExp(`^DELETE ${DATA}\\/composite\\/sobjects$`), deleteRecords]
];

export async function answerRest(world: RestWorld, asked: Asked): Promise<Reply> {
    const line = `${asked.method} ${asked.url.pathname.replace(/^\/+/, '/')}`;
    const isKnown = asked.authorization === `Bearer ${world.token}`;
    for (const [pattern, answer] of isKnown ? [...OPEN, ...ROUTES] : OPEN) {
        const found = pattern.exec(line);
        if (found !== null) return answer(world, asked, found);
    }
    return isKnown
        ? refused(404, 'NOT_FOUND', `the sandbox does not do ${line}`)
        : refused(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
}

function ok(json: unknown): Reply {
    return { status: 200, json };
}

function refused(status: number, errorCode: string, message: string): Reply {
    return { status, json: [{ errorCode, message }] };
}

function describe({ name, type, required, readOnly }: Field): object {
    return {
        name,
        type,
        custom: name.endsWith('__c'),
        nillable: !required,
        createable: !readOnly,
        defaultedOnCreate: type === 'boolean' || name === 'OwnerId'
    };
}

const pages = new Map<string, object[]>();

function query(world: RestWorld, { url }: Asked): Reply {
    const { rows, metadata } = world;
    const soql = url.searchParams.get('q') ?? '';
    try {
        mirrorTooling(soql, world);
        const result = rows.query(soql, (name) => has(metadata, name));
        if (typeof result === 'number') return ok({ totalSize: result, done: true, records: [] });
        const id = makeId('0r8', pages.size + 1);
        pages.set(id, result);
        return ok(page(url, id, 0));
    } catch (error) {
        if (error instanceof QueryError) {
            const isObject = error.message.startsWith('sObject type');
            const code =
                error.fault === 'malformed'
                    ? 'MALFORMED_QUERY'
                    : isObject
                      ? 'INVALID_TYPE'
                      : 'INVALID_FIELD';
            return refused(400, code, error.message);
        }
        if (error instanceof SandboxRefusal)
            return refused(400, 'SANDBOX', `${error.message}: ${soql}`);
        throw error;
    }
}

function nextPage(_world: RestWorld, { url }: Asked, [, id = '', at = '']: RegExpExecArray): Reply {
    return ok(page(url, id, Number(at)));
}

function page(url: URL, id: string, at: number): object {
    const all = pages.get(id) ?? [];
    const done = at + PAGE >= all.length;
    const base = url.pathname.replace(/\/query.*$/, '/query');
    return {
        totalSize: all.length,
        done,
        records: all.slice(at, at + PAGE),
        ...(done ? {} : { nextRecordsUrl: `${base}/${id}-${at + PAGE}` })
    };
}

/** Whether a custom object or field is deployed; a custom object's own standard fields come with it. */
function has(metadata: OrgMetadata, name: string): boolean {
    const type = name.includes('.') ? 'CustomField' : 'CustomObject';
    return metadata.has(`${type}:${name}`);
}

async function deploy({ deployments, kind }: RestWorld, { body }: Asked): Promise<Reply> {
    const text = body.toString('latin1');
    const quick = /^\s*\{.*"validatedDeployRequestId"\s*:\s*"(\w+)"/s.exec(text)?.[1];
    if (quick !== undefined) {
        const id = deployments.beginQuick(quick);
        return id === null
            ? refused(400, 'INVALID_ID_FIELD', `the validation ${quick} cannot be deployed`)
            : { status: 201, json: { id } };
    }
    const options = /"deployOptions":(\{[^}]*\})/.exec(text)?.[1];
    if (kind === 'production' && options?.includes('"NoTestRun"')) {
        const message = 'testLevel of NoTestRun cannot be used in production organizations';
        return refused(400, 'INVALID_OPERATION', message);
    }
    const start = body.indexOf(Buffer.from('504b0304', 'hex'));
    if (options === undefined || start < 0)
        return refused(400, 'INVALID_MULTIPART_REQUEST', 'no archive');
    const end = body.lastIndexOf(Buffer.from('\r\n--'));
    const files = await unzipped(body.subarray(start, end));
    const id = deployments.begin(files, JSON.parse(options) as object);
    return { status: 201, json: { id, deployResult: { id, done: false, status: 'Pending' } } };
}

function createRecords({ rows }: RestWorld, { body }: Asked): Reply {
    const { records } = JSON.parse(body.toString()) as {
        records: { attributes: { type: string }; [field: string]: unknown }[];
    };
    return ok(
        records.map(({ attributes: { type }, ...values }) => {
            const isThere = rows
                .list(type)
                .some((row) =>
                    Object.entries(values).every(([name, value]) => row[name] === value)
                );
            if (isThere) return unsaved('DUPLICATE_VALUE', `duplicate ${type}`);
            if (Object.values(values).includes(undefined))
                return unsaved('REQUIRED_FIELD_MISSING', type);
            return { id: rows.insert(type, values), success: true, errors: [] };
        })
    );
}

function deleteRecords({ rows }: RestWorld, { url }: Asked): Reply {
    const ids = (url.searchParams.get('ids') ?? '').split(',');
    return ok(
        ids.map((id) =>
            rows.remove(id)
                ? { id, success: true, errors: [] }
                : unsaved('ENTITY_IS_DELETED', 'entity is deleted')
        )
    );
}

function unsaved(statusCode: string, message: string): object {
    return { success: false, errors: [{ statusCode, message, fields: [] }] };
}

function token(world: RestWorld, { body }: Asked): Reply {
    const assertion = new URLSearchParams(body.toString()).get('assertion') ?? '';
    const [head = '', claims = '', signature = ''] = assertion.split('.');
    const isSigned =
        world.publicKey !== undefined &&
        createVerify('RSA-SHA256')
            .update(`${head}.${claims}`)
            .verify(world.publicKey, signature, 'base64url');
    if (!isSigned) {
        return {
            status: 400,
            json: { error: 'invalid_grant', error_description: 'invalid assertion' }
        };
    }
    return ok({
        access_token: world.token,
        instance_url: world.url(),
        id: `${world.url()}/id/${makeId('00D', 1)}/${ADMIN_ID}`,
        token_type: 'Bearer'
    });
}
