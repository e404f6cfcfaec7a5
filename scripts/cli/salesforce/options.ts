/** Apart from what uses them, since --help must not load Salesforce's libraries. */
export const TARGET_ORG = [
    '--target-org <alias>',
    'the org: an alias or username that the sf CLI knows'
] as const;

export interface TargetOrgOption {
    readonly targetOrg?: string;
}
