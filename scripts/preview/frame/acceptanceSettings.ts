/** What the acceptance page's frame is told when it is opened. */
export interface AcceptanceSettings {
    /** How far the frame's clock is ahead of this machine's, ms. */
    readonly clockShift: number;
    readonly timeZone: string;
    readonly locale: string;
    /** Where the page's requests to Salesforce go, among `/api/`. */
    /** A campaign whose badge is shown in place of the overview; null: the overview. */
    readonly campaign: string | null;
    readonly org: 'acceptance/salesforce';
}

/** The settings that the frame's HTML carries. */
export function acceptanceSettings(): AcceptanceSettings {
    const element = document.getElementById('settings');
    return JSON.parse(element?.textContent ?? '{}') as AcceptanceSettings;
}
