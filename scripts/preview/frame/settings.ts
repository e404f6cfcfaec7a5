/** What a record's frame is told when it is opened; it stands in the page as JSON. */
export interface FrameSettings {
    /** The case whose record it is. */
    readonly person: string;
    readonly name: string;
    /** What the page says of where it comes from; the sandbox's own words unless told. */
    readonly note?: string;
    readonly locale: string;
    readonly timeZone: string;
    /** How far the frame's clock is ahead of this machine's, ms. */
    readonly clockShift: number;
    /** As in a narrow region of a record page. */
    readonly compact: boolean;
    readonly salesforce: {
        readonly recordId: string;
        readonly objectName: string;
        readonly userId: string;
    };
    readonly hubspot: {
        readonly objectId: string;
        readonly user: {
            readonly id: number;
            readonly email: string;
            readonly firstName: string;
            readonly lastName: string;
        };
        /** The record's first properties: label and value. */
        readonly properties: readonly (readonly [label: string, value: string])[];
    };
}

/** The settings that the frame's HTML carries. */
export function frameSettings(): FrameSettings {
    const element = document.getElementById('settings');
    return JSON.parse(element?.textContent ?? '{}') as FrameSettings;
}
