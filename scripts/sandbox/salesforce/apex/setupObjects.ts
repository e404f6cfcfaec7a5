/** Objects of an org's setup, which tests see without creating them. */
const SETUP: ReadonlySet<string> = new Set(
    [
        'ApexClass',
        'ApexTrigger',
        'AssignmentRule',
        'BusinessHours',
        'CurrencyType',
        'CustomNotificationType',
        'CustomPermission',
        'EmailTemplate',
        'EntityDefinition',
        'FieldDefinition',
        'FieldPermissions',
        'Group',
        'GroupMember',
        'Holiday',
        'LeadStatus',
        'ObjectPermissions',
        'Organization',
        'PermissionSet',
        'PermissionSetAssignment',
        'PermissionSetLicense',
        'Profile',
        'QueueSobject',
        'RecordType',
        'SetupEntityAccess',
        'StaticResource',
        'TaskStatus',
        'User',
        'UserLicense',
        'UserRole',
        // Jobs of the org are seen, too, as they are in an org.
        'AsyncApexJob',
        'CronJobDetail',
        'CronTrigger'
    ].map((name) => name.toLowerCase())
);

/** Whether tests see the records of an object that the org holds. */
export function isSetupObject(name: string): boolean {
    return SETUP.has(name.toLowerCase()) || name.endsWith('__mdt');
}
