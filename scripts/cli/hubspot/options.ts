/** Apart from what uses them, since --help must not load HubSpot's libraries. */
export const ACCOUNT = [
    '--account <name>',
    'the HubSpot account: a name or number that the hs CLI knows'
] as const;

export const FEATURES = [
    '--features <names>',
    'HubSpot: ask for the scopes of these: emails,sequences,leads, or none; by default of what the account has'
] as const;

export interface DeployHubSpotOptions extends AccountOption {
    readonly features?: string;
}

export interface AccountOption {
    readonly account?: string;
}
