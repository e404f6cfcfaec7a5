/**
 * The sandbox in which HubSpot runs an extension: a worker with the globals that HubSpot's SDK expects
 * (`worker-globals` of @hubspot/ui-extensions), and without those that HubSpot takes away.
 */
import { createRemoteRoot, type RemoteChannel } from '@remote-ui/core';
import * as RemoteUI from '@remote-ui/react';
import { createEndpoint, retain, type MessageEndpoint } from '@remote-ui/rpc';
import * as React from 'react';
import {
    ACTIONS,
    LOG_LEVELS,
    type AssociationsRequest,
    type ExtensionStart,
    type HostApi,
    type Values
} from './protocol.ts';
import { navigateToPage, useAppPageLocation } from './appPageLocation.ts';
import { shiftClock } from './shiftClock.ts';

interface Scope extends MessageEndpoint {
    importScripts(url: string): void;
    close(): void;
}
const scope = self as unknown as Scope;

const host = createEndpoint<HostApi>(
    {
        postMessage: (...args) => scope.postMessage(...args),
        addEventListener: (...args) => scope.addEventListener(...args),
        removeEventListener: (...args) => scope.removeEventListener(...args),
        terminate: () => scope.close()
    },
    { callable: ['serverless', 'action', 'log', 'crmProperties', 'associations'] }
);

type Render = (api: unknown) => React.ReactElement;

async function run(start: ExtensionStart, channel: RemoteChannel): Promise<void> {
    retain(channel);
    shiftClock(start.nowOffset);
    const api = { context: start.context, actions: actions() };
    const render = load(start.bundleUrl, api);
    const root = createRemoteRoot(channel, { strict: false });
    RemoteUI.createRoot(root).render(render(api));
    await root.mount();
}

function actions() {
    const ofHost = ACTIONS.map(
        (name) => [name, (...args: unknown[]) => host.call.action(name, args)] as const
    );
    return { ...Object.fromEntries(ofHost), navigateToPage };
}

/** Runs the bundle; throws when it registers nothing. */
function load(bundleUrl: string, api: { readonly context: unknown; readonly actions: unknown }) {
    let registered: Render | null = null;
    Object.assign(scope, {
        React,
        RemoteUI,
        __HUBSPOT_EXTENSION_WORKER__: true,
        logger: Object.fromEntries(
            LOG_LEVELS.map((level) => [level, (data: unknown) => host.call.log(level, data)])
        ),
        extend_V2: (render: Render) => {
            registered = render;
        },
        serverless: (uid: string, options: { readonly parameters?: unknown }) =>
            host.call.serverless(uid, options),
        hsWorkerAPI: {
            useExtensionContext: () => api.context,
            useExtensionActions: () => api.actions,
            useExtensionApi: () => api,
            useAppPageLocation,
            fetchCrmProperties,
            fetchAssociations: (request: AssociationsRequest) =>
                answer(host.call.associations(request))
        }
    });
    scope.importScripts(bundleUrl);
    Object.assign(scope, {
        fetch: undefined,
        XMLHttpRequest: undefined,
        WebSocket: undefined,
        importScripts: undefined
    });
    if (registered === null) throw new Error('The bundle never called hubspot.extend().');
    return registered as Render;
}

/** What a hook of HubSpot's SDK expects of its runner: a response, and how to end what goes on. */
async function answer(asked: Promise<unknown>, cleanup = () => {}) {
    const data = await asked;
    return { json: () => Promise.resolve({ data, cleanup }) };
}

const propertyListeners = new Set<() => void>();

function fetchCrmProperties(names: readonly string[], changed: (values: Values) => void) {
    const listener = () => void host.call.crmProperties(names).then(changed);
    propertyListeners.add(listener);
    return answer(host.call.crmProperties(names), () => propertyListeners.delete(listener));
}

function propertiesChanged(): void {
    propertyListeners.forEach((listener) => listener());
}

function navigate(to: string, params: { readonly [name: string]: string }): void {
    navigateToPage({ to, params });
}

host.expose({ run, propertiesChanged, navigate });
