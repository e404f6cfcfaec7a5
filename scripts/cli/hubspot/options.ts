/** Apart from what uses them, since --help must not load HubSpot's libraries. */
export const ACCOUNT = [
    '--account <name>',
    'the HubSpot account: a name or number that the hs CLI knows'
] as const;

export interface AccountOption {
    readonly account?: string;
}
