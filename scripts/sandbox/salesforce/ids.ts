/** Key prefixes of the standard objects; a custom object's prefix is given by its org. */
export const KEY_PREFIXES: { readonly [object: string]: string } = {
    Account: '001',
    ApexClass: '01p',
    AssignmentRule: '01Q',
    AsyncApexJob: '707',
    BusinessHours: '01m',
    Campaign: '701',
    CampaignMember: '00v',
    CampaignMemberStatus: '01Y',
    Contact: '003',
    ContactHistory: '03r',
    CronJobDetail: '08a',
    CronTrigger: '08e',
    CurrencyType: '01L',
    CustomNotificationType: '0ML',
    CustomPermission: '0CP',
    EmailMessage: '02s',
    EmailMessageRelation: '0CZ',
    Event: '00U',
    EventRelation: '0RE',
    FieldPermissions: '01k',
    Group: '00G',
    GroupMember: '011',
    Holiday: '0C0',
    Lead: '00Q',
    LeadHistory: '017',
    LeadStatus: '01J',
    ObjectPermissions: '110',
    Opportunity: '006',
    OpportunityHistory: '008',
    OpportunityStage: '01B',
    Organization: '00D',
    PermissionSet: '0PS',
    PermissionSetAssignment: '0Pa',
    Profile: '00e',
    QueueSobject: '03g',
    RecordType: '012',
    SetupEntityAccess: '0J0',
    Task: '00T',
    TaskPriority: '01T',
    TaskRelation: '0RT',
    TaskStatus: '01S',
    User: '005',
    UserLicense: '100',
    UserRole: '00E'
};

const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const CHUNK = 5;

/** The 18-character form: three letters say which of the 15 are capitals. */
export function id18(id15: string): string {
    let suffix = '';
    for (let start = 0; start < id15.length; start += CHUNK) {
        let bits = 0;
        for (let at = 0; at < CHUNK; at++) {
            if (/[A-Z]/.test(id15[start + at] ?? '')) bits |= 1 << at;
        }
        suffix += CHECKSUM[bits];
    }
    return id15 + suffix;
}

/** The n-th id with this prefix. */
export function makeId(prefix: string, n: number): string {
    return id18(prefix + String(n).padStart(12, '0'));
}

/** Whether text has the form of an id, of 15 or 18 characters. */
export function isId(text: string): boolean {
    return /^(?:[A-Za-z0-9]{15}|[A-Za-z0-9]{18})$/.test(text);
}
