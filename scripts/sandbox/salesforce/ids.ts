/** Key prefixes of the standard objects; a custom object's prefix is given by its org. */
export const KEY_PREFIXES: { readonly [object: string]: string } = {
    Account: '001',
    Campaign: '701',
    CampaignMember: '00v',
    Contact: '003',
    ContactHistory: '03r',
    EmailMessage: '02s',
    EmailMessageRelation: '0CZ',
    Event: '00U',
    Group: '00G',
    Lead: '00Q',
    LeadHistory: '017',
    Task: '00T',
    User: '005',
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
