/** Whether an address is an org's API, or a page that people look at in a browser. */
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';

/** Domains of an org's pages; its API answers at the same name under my.salesforce.com. */
const PAGES = /\.(?:lightning\.force\.com|my\.salesforce-setup\.com|lightning\.com)$/;
/** Where people log in, whichever their org is. */
const LOGIN = /^(?:login|test)\.salesforce\.com$/;
const HTML = /<(?:!doctype\s+html|html|head|body|script|meta)\b|contains html content/i;
const SHOWN = 80;

/**
 * The address of the API of the org whose page this is: `https://acme.my.salesforce.com` of
 * `https://acme.lightning.force.com/lightning/page/home`; null where the page's name doesn't tell.
 */
export function apiAddress(url: string): string | null {
    const { hostname } = new URL(url);
    if (!PAGES.test(hostname)) return null;
    return `https://${hostname.replace(PAGES, '')}.my.salesforce.com`;
}

/** @throws CliError for an address that can't be an org's API, so that no token is sent there */
export function requireApiAddress(url: string, variable: string): void {
    const { hostname } = new URL(url);
    if (PAGES.test(hostname) || LOGIN.test(hostname)) throw loginPage(url, variable);
}

export function isHtml(text: string): boolean {
    return HTML.test(text);
}

/** What to say of an address that answered with a web page. */
export function loginPage(url: string | undefined, variable = 'SF_ORG_INSTANCE_URL'): CliError {
    const known = url === undefined ? null : apiAddress(url);
    return new CliError(EXIT.access, {
        code: 'salesforce.login_page',
        message: 'This is a login page or another web page, not the API of an org.',
        ...(url === undefined ? {} : { where: url }),
        mend: [
            `Set ${variable} to the org’s own domain: ${known ?? 'https://NAME.my.salesforce.com'}`,
            'Setup, My Domain shows it; a sandbox has https://NAME--SANDBOX.sandbox.my.salesforce.com',
            ...(known === null
                ? [
                      'If that is the address already, a proxy or a sign-on page stands in front of it.'
                  ]
                : [])
        ].join('\n')
    });
}

/** @throws CliError when an answer is no JSON, whatever its status says */
export function requireData<Body>(body: Body, url: string): Body {
    if (typeof body !== 'string' || body === '') return body;
    if (isHtml(body)) throw loginPage(url);
    throw new CliError(EXIT.remote, {
        code: 'salesforce.no_json',
        message: `Something else than Salesforce’s API answered, or the answer was cut short: “${body.trim().slice(0, SHOWN)}”`,
        where: url,
        mend: 'Check the address, and whether a proxy or web filter changes what it lets through; then run the same command again.'
    });
}
