/** What the page and the worker call of each other; functions cross by @remote-ui/rpc. */
import type { RemoteChannel } from '@remote-ui/core';

/** What HubSpot tells an extension of where it stands; `ExtensionPointApiContext` of HubSpot's SDK. */
export interface ExtensionContext {
    readonly location: 'crm.record.tab' | 'crm.record.sidebar' | 'settings' | 'pages';
    readonly user: {
        readonly id: number;
        readonly email: string;
        readonly firstName: string;
        readonly lastName: string;
        readonly locale?: string;
    };
    readonly portal: { readonly id: number; readonly timezone: string };
    /** Only on a record. */
    readonly crm?: { readonly objectId: number; readonly objectTypeId: string };
    readonly extension: {
        readonly appId: number;
        readonly appName?: string;
        readonly cardTitle?: string;
    };
}

export interface ExtensionStart {
    readonly bundleUrl: string;
    readonly context: ExtensionContext;
    /** Milliseconds to add to the worker's clock. */
    readonly nowOffset: number;
}

export interface WorkerApi {
    run(start: ExtensionStart, channel: RemoteChannel): Promise<void>;
    /** The record's properties are no longer what the card's hooks were given. */
    propertiesChanged(): void;
    /** The user follows a link to another route of the app's page. */
    navigate(to: string, params: { readonly [name: string]: string }): void;
}

export interface AssociationsPage {
    readonly results: readonly {
        readonly toObjectId: number;
        readonly associationTypes: readonly object[];
        readonly properties: Values;
    }[];
    readonly hasMore: boolean;
    readonly nextOffset: number;
}
export interface AssociationsRequest {
    readonly toObjectType: string;
    readonly properties?: readonly string[];
    readonly pageLength?: number;
    readonly offset?: number;
}
export interface Values {
    readonly [name: string]: string | null;
}

export interface HostApi {
    crmProperties(names: readonly string[]): Promise<Values>;
    associations(request: AssociationsRequest): Promise<AssociationsPage>;
    serverless(uid: string, options: { readonly parameters?: unknown }): Promise<unknown>;
    action(name: ActionName, args: readonly unknown[]): unknown;
    log(level: LogLevel, message: unknown): void;
}

export const ACTIONS = [
    'addAlert',
    'closeOverlay',
    'copyTextToClipboard',
    'fetchCrmObjectProperties',
    'onCrmPropertiesUpdate',
    'openIframeModal',
    'refreshObjectProperties',
    'reloadPage'
] as const;
export type ActionName = (typeof ACTIONS)[number];

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
