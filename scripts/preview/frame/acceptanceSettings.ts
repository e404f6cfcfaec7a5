/** What the acceptance page's frame is told when it is opened. */
export interface AcceptanceSettings {
    /** How far the frame's clock is ahead of this machine's, ms. */
    readonly clockShift: number;
    readonly timeZone: string;
}

/** The settings that the frame's HTML carries. */
export function acceptanceSettings(): AcceptanceSettings {
    const element = document.getElementById('settings');
    return JSON.parse(element?.textContent ?? '{}') as AcceptanceSettings;
}
