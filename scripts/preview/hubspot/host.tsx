/** Our drawing of the HubSpot page around an extension; HubSpot's own is not public. */
import { createEndpoint, fromWebWorker, retain } from '@remote-ui/rpc';
import {
    createController,
    createRemoteReceiver,
    RemoteRenderer,
    type Controller
} from '@remote-ui/react/host';
import { createRoot } from 'react-dom/client';
import { Alerts, createAlerts, type AlertMessage } from './components/Alerts.tsx';
import { Card } from './components/Card.tsx';
import { componentFor } from './components/index.ts';
import { PageContext, type Page } from './page.ts';
import type { ExtensionContext, HostApi, WorkerApi } from './protocol.ts';

export type { AlertMessage } from './components/Alerts.tsx';

export interface ExtensionOptions {
    /** The extension as HubSpot's own bundler made it. */
    readonly bundleUrl: string;
    /** Where `hubspot-worker.js` is served; it must be of the page's own origin. */
    readonly workerUrl: string;
    readonly context: ExtensionContext;
    /** Runs an app function; a rejection is what the card sees when HubSpot gives no answer. */
    readonly serverless: (uid: string, parameters: unknown) => Promise<unknown>;
    /** The record as HubSpot's own page reads and edits it, with the user's rights; none off a record. */
    readonly record?: CardRecord;
    /** Milliseconds to add to the clock that the card reads. */
    readonly nowOffset?: number;
    /** Told of every alert, after it is shown. */
    readonly onAlert?: (alert: AlertMessage) => void;
    /** The card asks the page to read the record's properties again. */
    readonly onRefreshProperties?: () => void;
    /** Gives the page a way to tell the card that properties changed. */
    readonly onPropertiesListener?: (changed: (properties: Properties) => void) => void;
}
export interface CardRecord {
    readonly properties: HostApi['crmProperties'];
    readonly associations: HostApi['associations'];
    readonly fields: Page['fields'];
    readonly edit: Page['edit'];
}
type Properties = { readonly [name: string]: string };

const controller: Controller = { ...createController({}), get: componentFor };

/** What has no record to read answers so. */
const NO_RECORD: CardRecord = {
    properties: noRecord,
    associations: noRecord,
    fields: noRecord,
    edit: noRecord
};

/** Runs an extension in a worker of its own and draws it in the element; returns how to end both. */
export function mountExtension(element: HTMLElement, options: ExtensionOptions): () => void {
    const { bundleUrl, workerUrl, context, record = NO_RECORD, nowOffset = 0 } = options;
    const { cardTitle, appName } = context.extension;
    const receiver = createRemoteReceiver();
    const alerts = createAlerts();
    const worker = new Worker(workerUrl);
    const endpoint = createEndpoint<WorkerApi>(fromWebWorker(worker), {
        callable: ['run', 'propertiesChanged', 'navigate']
    });
    const root = createRoot(element);

    let changed: ((properties: Properties) => void) | null = null;
    const showAlert = (alert: AlertMessage) => {
        alerts.add(alert);
        options.onAlert?.(alert);
    };
    const act: HostApi['action'] = (name, args) => {
        if (name === 'addAlert') {
            showAlert(args[0] as AlertMessage);
        } else if (name === 'refreshObjectProperties') {
            options.onRefreshProperties?.();
        } else if (name === 'onCrmPropertiesUpdate') {
            changed = args[1] as (properties: Properties) => void;
            retain(changed);
            options.onPropertiesListener?.(changed);
        } else {
            throw new Error(`The preview does not do actions.${name}().`);
        }
    };
    endpoint.expose({
        serverless: (uid: string, given: { readonly parameters?: unknown }) =>
            options.serverless(uid, given.parameters),
        crmProperties: record.properties,
        associations: record.associations,
        action: act,
        log: (level: 'debug' | 'info' | 'warn' | 'error', message: unknown) =>
            console[level]('extension:', message)
    });

    const page: Page = {
        say: (message) => showAlert({ type: 'info', message }),
        fields: record.fields,
        navigate: (to, params) => void endpoint.call.navigate(to, params),
        async edit(values) {
            await record.edit(values);
            await endpoint.call.propertiesChanged();
            changed?.(values);
        }
    };
    const draw = (problem: string | null) =>
        root.render(
            <Card title={cardTitle ?? appName ?? ''} location={context.location}>
                {problem === null ? (
                    <PageContext.Provider value={page}>
                        <RemoteRenderer receiver={receiver} controller={controller} />
                    </PageContext.Provider>
                ) : (
                    <p role="alert">{problem}</p>
                )}
                <Alerts alerts={alerts} />
            </Card>
        );
    draw(null);
    endpoint.call
        .run({ bundleUrl, context, nowOffset }, receiver.receive)
        .catch((error: unknown) => draw(`The extension could not be started: ${String(error)}`));

    return () => {
        endpoint.terminate();
        worker.terminate();
        root.unmount();
    };
}

function noRecord(): Promise<never> {
    return Promise.reject(new Error('This extension stands on no record.'));
}
