/**
 * What the app must be allowed to do beyond what it always needs. A private app with static
 * authentication can require scopes and nothing else, and HubSpot refuses an app that asks for a scope
 * which the subscription lacks: so `deploy` chooses these for each account.
 */
export const FEATURE_SCOPES = {
    /** Sales emails among the touches. */
    emails: ['sales-email-read'],
    /** The sequence that a contact is in: Sales or Service Hub Professional. */
    sequences: ['automation.sequences.read'],
    /** HubSpot's own lead, which moves with a decision: Sales Hub Professional. */
    leads: ['crm.objects.leads.read', 'crm.objects.leads.write']
} as const;

export type ScopedFeature = keyof typeof FEATURE_SCOPES;

export const SCOPED_FEATURES = Object.keys(FEATURE_SCOPES) as ScopedFeature[];

/** The scopes of some features, in the order of the list above. */
export function scopesOf(features: readonly ScopedFeature[]): string[] {
    return SCOPED_FEATURES.filter((feature) => features.includes(feature)).flatMap(
        (feature): readonly string[] => FEATURE_SCOPES[feature]
    );
}
