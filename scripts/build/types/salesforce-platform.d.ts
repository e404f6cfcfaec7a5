/** The platform modules that our LWCs import and no package declares. */
declare module '@salesforce/schema/*' {
    const reference: { readonly fieldApiName: string; readonly objectApiName: string };
    export default reference;
}
declare module '@salesforce/label/*' {
    const label: string;
    export default label;
}
declare module '@salesforce/i18n/*' {
    const value: string;
    export default value;
}
declare module '@salesforce/client/formFactor' {
    const formFactor: 'Large' | 'Medium' | 'Small';
    export default formFactor;
}
declare module '@salesforce/user/*' {
    const value: string;
    export default value;
}
declare module '@salesforce/apex' {
    export function refreshApex(wired: unknown): Promise<void>;
}
declare module '@salesforce/apex/*' {
    import type { WireAdapterConstructor } from 'lwc';
    /* eslint-disable @typescript-eslint/no-explicit-any */
    // The platform knows neither the parameters' nor the answer's type of an Apex method.
    const method: WireAdapterConstructor<Record<string, any>, any> &
        ((parameters?: Record<string, unknown>) => Promise<any>);
    export default method;
}
declare module 'lightning/uiRecordApi' {
    import type { WireAdapterConstructor } from 'lwc';
    export type FieldReference =
        string | { readonly fieldApiName: string; readonly objectApiName: string };
    export interface RecordRepresentation {
        id: string;
        apiName: string;
        fields: Record<string, { value: unknown; displayValue: string | null }>;
    }
    export const getRecord: WireAdapterConstructor<
        { recordId?: string; fields?: FieldReference[]; optionalFields?: FieldReference[] },
        { data?: RecordRepresentation; error?: unknown }
    >;
    export function getFieldValue(
        record: RecordRepresentation | undefined,
        field: FieldReference
    ): unknown;
    export function updateRecord(input: {
        fields: Record<string, unknown>;
    }): Promise<RecordRepresentation>;
    export function notifyRecordUpdateAvailable(records: { recordId: string }[]): Promise<void>;
}
declare module 'lightning/uiObjectInfoApi' {
    import type { WireAdapterConstructor } from 'lwc';
    export interface ObjectInfo {
        apiName: string;
        fields: Record<string, { updateable: boolean } | undefined>;
    }
    export const getObjectInfo: WireAdapterConstructor<
        { objectApiName?: string },
        { data?: ObjectInfo; error?: unknown }
    >;
}
declare module 'lightning/platformShowToastEvent' {
    export class ShowToastEvent extends CustomEvent<unknown> {
        constructor(toast: {
            title: string;
            message?: string;
            variant?: 'info' | 'success' | 'warning' | 'error';
            mode?: 'dismissible' | 'pester' | 'sticky';
        });
    }
}
declare module 'lightning/refresh' {
    export function registerRefreshHandler(
        element: object,
        handler: () => Promise<boolean>
    ): number;
    export function unregisterRefreshHandler(id: number): void;
    export class RefreshEvent extends CustomEvent<void> {
        constructor();
    }
}
declare module 'lightning/*' {
    import type { LightningElement } from 'lwc';
    const BaseComponent: typeof LightningElement;
    export default BaseComponent;
}
declare module 'lightning/navigation' {
    import type { LightningElement } from 'lwc';
    const NAVIGATE: unique symbol;
    export interface PageReference {
        readonly type: string;
        readonly attributes: { readonly [name: string]: unknown };
        readonly state?: { readonly [name: string]: unknown };
    }
    interface Navigating {
        [NAVIGATE](page: PageReference): void;
    }
    export const NavigationMixin: {
        (base: typeof LightningElement): new () => LightningElement & Navigating;
        readonly Navigate: typeof NAVIGATE;
    };
}
