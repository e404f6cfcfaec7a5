/** What the HubSpot page around a card does for HubSpot's own components in it. */
import { createContext } from 'react';
import type { Values } from './protocol.ts';

/** A property as HubSpot's own edit shows it. */
export interface Field {
    readonly name: string;
    readonly label: string;
    readonly value: string;
    readonly kind: 'select' | 'textarea' | 'date' | 'text';
    readonly options: readonly (readonly [value: string, label: string])[];
}

export interface Page {
    /** Says over the page what the real one would do. */
    readonly say: (message: string) => void;
    readonly fields: (names: readonly string[]) => Promise<readonly Field[]>;
    /** Goes to another route of the app's own page. */
    readonly navigate: (to: string, params: { readonly [name: string]: string }) => void;
    /** Saves as a user does; rejects with HubSpot's words. */
    readonly edit: (values: { readonly [name: string]: string }) => Promise<Values | void>;
}

const nowhere = () => Promise.reject(new Error('There is no page around this component.'));

export const PageContext = createContext<Page>({
    say() {},
    fields: nowhere,
    navigate() {},
    edit: nowhere
});
