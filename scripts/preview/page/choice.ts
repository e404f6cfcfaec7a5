/** What is looked at, and how: kept in the address, so that a reload or a link shows the same. */
export const WIDTHS = {
    phone: { label: 'Phone', pixels: 320 },
    sidebar: { label: 'Sidebar', pixels: 480 },
    full: { label: 'Full', pixels: null }
} as const;
export type Width = keyof typeof WIDTHS;

export interface Choice {
    readonly person: string | null;
    readonly width: Width;
    readonly slds: '1' | '2';
}

/** The choice that an address's hash holds; what is missing or unknown is as at first. */
export function readChoice(hash: string): Choice {
    const given = new URLSearchParams(hash.replace(/^#/, ''));
    const width = given.get('width') ?? '';
    return {
        person: given.get('person'),
        width: Object.hasOwn(WIDTHS, width) ? (width as Width) : 'full',
        slds: given.get('slds') === '2' ? '2' : '1'
    };
}

/** The hash of a choice. */
export function hashOf({ person, width, slds }: Choice): string {
    const values = { ...(person === null ? {} : { person }), width, slds };
    return `#${new URLSearchParams(values).toString()}`;
}
