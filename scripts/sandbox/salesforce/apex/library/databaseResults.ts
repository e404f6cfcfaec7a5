/** What Database's methods give: results, errors, conversions. */
import type { DmlError, DmlOperation, DmlResult } from '../../dml/types.ts';
import { EnumConstant, PlatformObject } from '../values.ts';
import type { InstanceMethods } from './methods.ts';

type Self = PlatformObject;

const RESULTS: readonly string[] = [
    'saveresult',
    'upsertresult',
    'deleteresult',
    'undeleteresult',
    'leadconvertresult'
];

function getter(name: string): (self: Self) => unknown {
    return (self) => self.get(name);
}

function setter(name: string): (self: Self, args: readonly unknown[]) => void {
    return (self, [value]) => void self.values.set(name, value ?? null);
}

const CONVERSION: readonly (readonly [name: string, type: string])[] = [
    ['leadId', 'id'],
    ['accountId', 'id'],
    ['contactId', 'id'],
    ['ownerId', 'id'],
    ['convertedStatus', 'string'],
    ['opportunityName', 'string'],
    ['doNotCreateOpportunity', 'boolean'],
    ['overwriteLeadSource', 'boolean'],
    ['sendNotificationEmail', 'boolean']
];

export const databaseMethods: InstanceMethods = {
    ...Object.fromEntries(
        RESULTS.flatMap((name) => [
            [`database.${name}.issuccess/0`, ['boolean', getter('success')]],
            [`database.${name}.getid/0`, ['id', getter('id')]],
            [`database.${name}.iscreated/0`, ['boolean', getter('created')]],
            [`database.${name}.geterrors/0`, ['list<database.error>', getter('errors')]]
        ])
    ),
    'database.leadconvertresult.getleadid/0': ['id', getter('leadId')],
    'database.leadconvertresult.getaccountid/0': ['id', getter('accountId')],
    'database.leadconvertresult.getcontactid/0': ['id', getter('contactId')],
    'database.leadconvertresult.getopportunityid/0': ['id', getter('opportunityId')],
    'database.error.getmessage/0': ['string', getter('message')],
    'database.error.getstatuscode/0': ['statuscode', getter('statusCode')],
    'database.error.getfields/0': ['list<string>', getter('fields')],
    ...Object.fromEntries(
        CONVERSION.flatMap(([name, type]) => [
            [`database.leadconvert.set${name}/1`.toLowerCase(), ['void', setter(name)]],
            [
                `database.leadconvert.${type === 'boolean' ? 'is' : 'get'}${name}/0`.toLowerCase(),
                [type, getter(name)]
            ]
        ])
    ),
    'database.batchablecontext.getjobid/0': ['id', getter('jobId')],
    'database.batchablecontext.getchildjobid/0': ['id', getter('jobId')],
    'database.querylocator.getquery/0': ['string', getter('text')],
    'queueablecontext.getjobid/0': ['id', getter('jobId')],
    'schedulablecontext.gettriggerid/0': ['id', getter('triggerId')]
};

const NAMES: { readonly [operation in DmlOperation]: string } = {
    insert: 'Database.SaveResult',
    update: 'Database.SaveResult',
    upsert: 'Database.UpsertResult',
    delete: 'Database.DeleteResult',
    undelete: 'Database.UndeleteResult'
};

/** A result as Apex sees it. */
export function resultOf(operation: DmlOperation, result: DmlResult): PlatformObject {
    return new PlatformObject(NAMES[operation], {
        errors: result.errors.map(errorOf),
        id: result.success ? result.id : null,
        success: result.success,
        created: result.created
    });
}

export function errorOf({ code, message, fields }: DmlError): PlatformObject {
    return new PlatformObject('Database.Error', {
        fields: [...fields],
        message,
        statusCode: new EnumConstant(code)
    });
}
