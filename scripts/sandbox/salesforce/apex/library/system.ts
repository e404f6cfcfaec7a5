/** System, Limits, UserInfo and their like: what code is told about where it runs. */
import { hasCustomPermission } from '../../access.ts';
import { abortJob, enqueueJob, schedule } from '../enqueue.ts';
import type { Resource } from '../limits.ts';
import type { Frame } from '../program.ts';
import { nullPointer } from '../values.ts';
import type { StaticMethods } from './methods.ts';

const RESOURCES: { readonly [name: string]: Resource } = {
    aggregatequeries: 'aggregateQueries',
    callouts: 'callouts',
    cputime: 'cpuTime',
    dmlrows: 'dmlRows',
    dmlstatements: 'dmlStatements',
    emailinvocations: 'emails',
    futurecalls: 'futureCalls',
    heapsize: 'heapSize',
    publishimmediatedml: 'publishImmediate',
    queries: 'queries',
    querylocatorrows: 'queryLocatorRows',
    queryrows: 'queryRows',
    queueablejobs: 'queueableJobs',
    soslqueries: 'soslQueries'
};

const limitStatics: StaticMethods = Object.fromEntries(
    Object.entries(RESOURCES).flatMap(([name, resource]) => [
        [
            `limits.get${name}/0`,
            [
                'integer',
                (_: readonly unknown[], { transaction }: Frame) =>
                    transaction.limits.usedOf(resource)
            ]
        ],
        [
            `limits.getlimit${name}/0`,
            [
                'integer',
                (_: readonly unknown[], { transaction }: Frame) =>
                    transaction.limits.allowed[resource]
            ]
        ]
    ])
);

function userField(name: string): (args: readonly unknown[], frame: Frame) => unknown {
    return (_, { transaction }) => transaction.store.byId(transaction.user.id)?.row[name] ?? null;
}

function organisationField(name: string): (args: readonly unknown[], frame: Frame) => unknown {
    return (_, { transaction }) => {
        const object = transaction.program.schema.get('organization');
        return (object && transaction.store.rowsOf(object)[0]?.[name]) ?? null;
    };
}

export const systemStatics: StaticMethods = {
    ...limitStatics,
    'system.debug/1': ['void', () => null],
    'system.debug/2': ['void', () => null],
    'system.enqueuejob/1': ['id', ([job], { transaction }) => enqueueJob(job, null, transaction)],
    'system.enqueuejob/2': [
        'id',
        ([job, delay], { transaction }) => enqueueJob(job, delay, transaction)
    ],
    'system.schedule/3': [
        'string',
        ([name, expression, job], { transaction }) => schedule(name, expression, job, transaction)
    ],
    'system.abortjob/1': [
        'void',
        ([id], { transaction }) => {
            abortJob(id, transaction);
            return null;
        }
    ],
    'system.isbatch/0': [
        'boolean',
        (_, { transaction }) => (transaction.jobs.kind ?? '').startsWith('batch')
    ],
    'system.isqueueable/0': [
        'boolean',
        (_, { transaction }) => transaction.jobs.kind === 'queueable'
    ],
    'system.isscheduled/0': [
        'boolean',
        (_, { transaction }) => transaction.jobs.kind === 'schedulable'
    ],
    'system.isfuture/0': ['boolean', (_, { transaction }) => transaction.jobs.kind === 'future'],
    'userinfo.getuserid/0': ['id', (_, { transaction }) => transaction.user.id],
    'userinfo.getusername/0': ['string', userField('Username')],
    'userinfo.getuseremail/0': ['string', userField('Email')],
    'userinfo.getname/0': ['string', userField('Name')],
    'userinfo.getfirstname/0': ['string', userField('FirstName')],
    'userinfo.getlastname/0': ['string', userField('LastName')],
    'userinfo.getprofileid/0': ['id', userField('ProfileId')],
    'userinfo.getuserroleid/0': ['id', userField('UserRoleId')],
    'userinfo.getlanguage/0': ['string', userField('LanguageLocaleKey')],
    'userinfo.getlocale/0': ['string', userField('LocaleSidKey')],
    'userinfo.getusertype/0': ['string', userField('UserType')],
    'userinfo.getdefaultcurrency/0': ['string', userField('DefaultCurrencyIsoCode')],
    'userinfo.getorganizationid/0': ['id', organisationField('Id')],
    'userinfo.getorganizationname/0': ['string', organisationField('Name')],
    'userinfo.ismulticurrencyorganization/0': [
        'boolean',
        (_, { transaction }) => transaction.program.schema.has('currencytype')
    ],
    'featuremanagement.checkpermission/1': [
        'boolean',
        ([name], { transaction }) => {
            if (typeof name !== 'string') throw nullPointer();
            return hasCustomPermission(transaction.user, name);
        }
    ],
    'label.get/2': [
        'string',
        ([, name], { transaction }) =>
            transaction.program.labels.get(String(name).toLowerCase()) ?? null
    ]
};
