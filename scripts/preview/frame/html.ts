import type { AcceptanceSettings } from './acceptanceSettings.ts';
import type { FrameSettings } from './settings.ts';

const BASE_COMPONENTS = {
    lwc: '/base/lwc.js',
    '@lwc/synthetic-shadow': '/base/synthetic-shadow.js',
    'lightning/': '/base/lightning/'
};
const SANDBOX = 'Local sandbox, no CRM behind it';
const SLDS: { readonly [version: string]: string } = {
    '1': '/slds1/styles/salesforce-lightning-design-system.min.css',
    '2': '/slds2/slds2.cosmos.css'
};

/** The frame of a Salesforce record page, drawn with a version of Salesforce's design system. */
export function salesforceFrame(settings: FrameSettings, slds: string): string {
    return salesforcePage(settings, 'Salesforce record', 'app', slds);
}

function salesforcePage(
    settings: FrameSettings | AcceptanceSettings,
    title: string,
    script: string,
    slds: string
): string {
    return page(
        settings,
        title,
        `<link rel="stylesheet" href="${SLDS[slds] ?? SLDS['1']}" />
        <link rel="stylesheet" href="/salesforce.css" />
        <script type="importmap">${JSON.stringify({ imports: BASE_COMPONENTS })}</script>
        <script type="module" src="/salesforce/${script}.js"></script>`,
        `slds-scope slds${slds === '2' ? 2 : 1}`
    );
}

/** The frame of the overview's own page in Salesforce, or of a campaign's. */
export function salesforceAcceptanceFrame(settings: AcceptanceSettings, slds: string): string {
    return salesforcePage(settings, 'Salesforce acceptance', 'acceptance', slds);
}

/** The frame of a HubSpot contact record, or of the app's settings. */
export function hubspotFrame(settings: FrameSettings, shown: 'record' | 'settings'): string {
    const script = shown === 'record' ? 'hubspot-frame' : 'hubspot-settings-frame';
    return page(
        settings,
        `HubSpot ${shown}`,
        `<link rel="stylesheet" href="/hubspot/hubspot-host.css" />
        <link rel="stylesheet" href="/hubspot.css" />
        <script type="module" src="/${script}.js"></script>`,
        'hubspot'
    );
}

/** The frame of the HubSpot app's own page for marketers. */
export function hubspotAcceptanceFrame(settings: AcceptanceSettings): string {
    return page(
        settings,
        'HubSpot acceptance',
        `<link rel="stylesheet" href="/hubspot/hubspot-host.css" />
        <link rel="stylesheet" href="/hubspot.css" />
        <script type="module" src="/hubspot-acceptance-frame.js"></script>`,
        'hubspot'
    );
}

function page(
    settings: FrameSettings | AcceptanceSettings,
    title: string,
    head: string,
    bodyClass: string
): string {
    const { note = SANDBOX } = settings as Partial<FrameSettings>;
    // Else a name with markup would end the script.
    const json = JSON.stringify(settings).replaceAll('<', '\\u003c');
    return `<!doctype html>
<html lang="en">
    <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Handoff preview</title>
        <link rel="icon" href="data:," />
        <script src="/shift-clock.js" data-shift="${settings.clockShift}"></script>
        <script type="application/json" id="settings">${json}</script>
        ${head}
    </head>
    <body class="${bodyClass}">
        <aside class="sandbox-note">${escaped(note)}</aside>
        <main id="record"></main>
        <div id="toasts"></div>
    </body>
</html>
`;
}

/** Text in a page. */
export function escaped(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
