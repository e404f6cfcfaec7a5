/** What one part of an org's setup makes of another. */
import { listOf, textOf } from '../../../cli/salesforce/components.ts';
import { jobsOf, type Job } from '../../../cli/salesforce/package.ts';
import type { OrgSetup } from '../traits/types.ts';
import type { OrgFacts } from './checks.ts';
import type { OrgMetadata } from './metadata.ts';
import type { Rows } from './rows.ts';
import { ADMIN_ID } from './setup.ts';

interface Org {
    readonly rows: Rows;
    readonly metadata: OrgMetadata;
    readonly hasEnhancedEmail?: boolean;
    readonly kind?: 'production' | 'sandbox' | 'developer';
    readonly setup: OrgSetup;
    readonly tracked: (object: string) => readonly string[];
}

const LIVE = ['WAITING', 'ACQUIRED', 'EXECUTING', 'PAUSED', 'BLOCKED', 'PAUSED_BLOCKED'];
const PENDING = ['Holding', 'Queued', 'Preparing', 'Processing'];

export function factsOf(org: Org): OrgFacts {
    const { rows, metadata, hasEnhancedEmail = true, setup, tracked } = org;
    const names = new Map(rows.list('PermissionSet').map(({ Id, Name }) => [Id, String(Name)]));
    const classes = new Map(rows.list('ApexClass').map(({ Id, Name }) => [Id, String(Name)]));
    const started = rows
        .list('CronTrigger')
        .filter(({ State }) => LIVE.includes(String(State)))
        .map(({ CronJobDetailId }) => CronJobDetailId);
    const details = rows.list('CronJobDetail').filter(({ Id }) => started.includes(Id));
    return {
        metadata,
        hasEnhancedEmail,
        language: setup.language,
        hasApex: !/^(?:Professional|Team|Base)/.test(setup.server.edition ?? ''),
        tracked,
        running: rows
            .list('AsyncApexJob')
            .filter(({ Status }) => PENDING.includes(String(Status)))
            .flatMap(({ ApexClassId }) => classes.get(ApexClassId) ?? []),
        scheduled: jobsIn(metadata)
            .filter(({ name }) => details.some(({ Name }) => Name === name))
            .map(({ className }) => className),
        assigned: rows
            .list('PermissionSetAssignment')
            .flatMap(({ PermissionSetId }) => names.get(PermissionSetId) ?? [])
    };
}

/** The jobs that the deployed classes can start. */
export function jobsIn(metadata: OrgMetadata): Job[] {
    const classes = [...metadata.values()].flatMap(({ component }) => [...component.texts]);
    return jobsOf(new Map(classes));
}

/** Permission sets and custom permissions are records too. */
export function mirrorSetup({ rows, metadata, setup }: Org): void {
    mirror('PermissionSet', 'Name', 'PermissionSet');
    mirror('CustomPermission', 'DeveloperName', 'CustomPermission');
    for (const name of setup.deployerPermissionSets) give(name);
    for (const { component } of metadata.values()) {
        if (component.type !== 'PermissionSet' || typeof component.content !== 'object') continue;
        for (const one of listOf(component.content?.['customPermissions'])) {
            if (typeof one === 'object') grant(component.fullName, textOf(one['name']));
        }
    }

    function mirror(object: string, field: string, type: string): void {
        for (const row of rows.list(object)) {
            if (!metadata.has(`${type}:${String(row[field])}`)) rows.remove(String(row['Id']));
        }
        const there = rows.list(object).map((row) => row[field]);
        for (const { component } of metadata.values()) {
            if (component.type === type && !there.includes(component.fullName)) {
                rows.insert(object, { [field]: component.fullName });
            }
        }
    }

    function give(permissionSet: string): void {
        const set = rows.list('PermissionSet').find(({ Name }) => Name === permissionSet)?.['Id'];
        const isThere = rows
            .list('PermissionSetAssignment')
            .some((row) => row['AssigneeId'] === ADMIN_ID && row['PermissionSetId'] === set);
        if (set === undefined || isThere) return;
        rows.insert('PermissionSetAssignment', { AssigneeId: ADMIN_ID, PermissionSetId: set });
    }

    function grant(permissionSet: string, permission: string): void {
        const parent = rows.list('PermissionSet').find(({ Name }) => Name === permissionSet)?.[
            'Id'
        ];
        const entity = rows
            .list('CustomPermission')
            .find(({ DeveloperName }) => DeveloperName === permission)?.['Id'];
        const isThere = rows
            .list('SetupEntityAccess')
            .some((row) => row['ParentId'] === parent && row['SetupEntityId'] === entity);
        if (isThere || parent === undefined || entity === undefined) return;
        rows.insert('SetupEntityAccess', {
            ParentId: parent,
            SetupEntityId: entity,
            SetupEntityType: 'CustomPermission'
        });
    }
}
